import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../components/QueryView';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <h1 className="visually-hidden">{t('app.notFound')}</h1>
      <Empty title={t('app.notFound')} hint={t('app.notFoundHint')} action={<Link to="/">{t('app.home')}</Link>} />
    </>
  );
}
