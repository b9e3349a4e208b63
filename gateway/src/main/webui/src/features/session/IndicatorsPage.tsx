import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/Panel';
import { usePageTitle } from '../../components/usePageTitle';

/** An honest page for managers until indicators exist. */
export default function IndicatorsPage() {
  const { t } = useTranslation();
  usePageTitle(t('manager.title'));
  return (
    <>
      <h1>{t('manager.title')}</h1>
      <Panel>
        <p>{t('manager.lead')}</p>
        <p>{t('manager.detail')}</p>
      </Panel>
    </>
  );
}
