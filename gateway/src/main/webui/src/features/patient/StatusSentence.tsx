import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SeverityMark } from '../../components/SeverityMark';
import { useWhen } from '../../components/When';
import { patientAlertsQuery, readingsQuery, rulesQuery } from '../../lib/api/queries';
import type { Patient } from '../../lib/api/types';
import { useNow } from '../../lib/time/useNow';
import { useLimitHistory } from '../../lib/useLimitHistory';
import classes from './Patient.module.css';
import { statusOf } from './status';

/** How the patient stands, in words; says nothing until all it rests on has arrived. */
export function StatusSentence({ patient }: { readonly patient: Patient }) {
  const { t, i18n } = useTranslation();
  const when = useWhen();
  const now = useNow();
  const alerts = useQuery(patientAlertsQuery(patient.id)).data?.items;
  const readings = useQuery(readingsQuery(patient.id, 168)).data?.items;
  const history = useLimitHistory(patient.id);
  const rules = useQuery({ ...rulesQuery, retry: false }).data ?? [];
  if (!alerts || !readings) return <p className={classes.status}>…</p>;
  const status = statusOf(patient, alerts, readings, history, rules, now);
  const lower = (text: string) => text.toLocaleLowerCase(i18n.language);
  const text = () => {
    switch (status.kind) {
      case 'not-monitored':
        return t(`monitoring.${status.reason}`);
      case 'alerts':
        return t('monitoring.openAlerts', { count: status.count, priority: lower(t(`severity.${status.priority}`)) });
      case 'no-readings':
        return t('monitoring.noReadings', { range: t('chart.range.168') });
      case 'quiet':
        return t('monitoring.quiet', { when: when(status.last) });
      case 'outside':
        return t('monitoring.outside', { when: when(status.last) });
      case 'in-range':
        return t('monitoring.inRange', { when: when(status.last) });
      case 'no-limits':
        return t('monitoring.noTargets', { when: when(status.last) });
    }
  };
  return (
    <p className={classes.status}>
      <SeverityMark mark={status.mark} text={text()} size={18} />
    </p>
  );
}
