import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Panel } from '../../components/Panel';
import { usePageTitle } from '../../components/usePageTitle';
import classes from './Alert.module.css';
import { AlertView } from './AlertView';

/** An alert on a page of its own, for links from tasks and messages. */
export default function AlertPage() {
  const { t } = useTranslation();
  const { alertId = '' } = useParams();
  usePageTitle(t('alert.title'));
  return (
    <div className={classes.page}>
      <h1 className="visually-hidden">{t('alert.title')}</h1>
      <Panel>
        <AlertView id={alertId} linkPatient />
      </Panel>
    </div>
  );
}
