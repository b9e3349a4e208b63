import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PatientName } from '../../components/PatientName';
import { QueryView } from '../../components/QueryView';
import { SeverityMark } from '../../components/SeverityMark';
import { useWhen, When } from '../../components/When';
import { alertQuery } from '../../lib/api/queries';
import type { Alert } from '../../lib/api/types';
import { pick } from '../../lib/i18n';
import { useNames } from '../../lib/people';
import { useSession } from '../../lib/session';
import { Actions } from './Actions';
import classes from './Alert.module.css';
import { EvidenceView } from './EvidenceView';
import { History } from './History';

type Props = { readonly id: string; readonly linkPatient: boolean };

export function AlertView({ id, linkPatient }: Props) {
  const query = useQuery(alertQuery(id));
  return (
    <QueryView query={query} skeletonRows={6}>
      {(alert) => <AlertBody alert={alert} linkPatient={linkPatient} />}
    </QueryView>
  );
}

function AlertBody({ alert, linkPatient }: { readonly alert: Alert; readonly linkPatient: boolean }) {
  const { t, i18n } = useTranslation();
  const { clinician } = useSession();
  return (
    <article className={classes.alert}>
      <header className={classes.head} data-mark={alert.priority}>
        <div className={classes.line}>
          <SeverityMark mark={alert.priority} />
          <StatusLine alert={alert} />
        </div>
        <h2 className={classes.sentence}>{pick(alert.sentences, i18n.language) || alert.sentence}</h2>
        <p className={classes.meta}>
          {linkPatient && (
            <Link to={`/patients/${alert.patientId}`}>
              <PatientName id={alert.patientId} />
            </Link>
          )}
          <span>
            {t('alert.raised', { when: '' })}
            <When at={alert.raisedAt} age />
          </span>
        </p>
      </header>
      {clinician && <Actions alert={alert} />}
      <EvidenceView alert={alert} />
      <History alert={alert} />
    </article>
  );
}

function StatusLine({ alert }: { readonly alert: Alert }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const when = useWhen();
  if (alert.status === 'acknowledged' && alert.acknowledgedAt) {
    const text = { name: nameOf(alert.acknowledgedBy), when: when(alert.acknowledgedAt) };
    return <span className={classes.status}>{t('alert.acknowledgedBy', text)}</span>;
  }
  if (alert.status === 'closed' && alert.closedAt) {
    const at = when(alert.closedAt);
    const key = alert.outcome ? `alert.outcomes.${alert.outcome}` : `alert.closedBecause.${alert.closeReason}`;
    return (
      <span className={classes.status}>
        {i18n.exists(key) ? t('alert.closedAs', { when: at, outcome: t(key) }) : t('alert.closed', { when: at })}
      </span>
    );
  }
  return <span className={classes.status}>{t(`status.${alert.status}`)}</span>;
}
