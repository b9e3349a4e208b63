import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../components/QueryView';
import { usePageTitle } from '../components/usePageTitle';

export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('app.notFound'));
  return (
    <>
      <h1 className="visually-hidden">{t('app.notFound')}</h1>
      <Empty title={t('app.notFound')} hint={t('app.notFoundHint')} action={<Link to="/">{t('app.home')}</Link>} />
    </>
  );
}
