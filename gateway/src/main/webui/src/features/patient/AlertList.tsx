import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SeverityMark } from '../../components/SeverityMark';
import { When } from '../../components/When';
import type { Alert } from '../../lib/api/types';
import { pick } from '../../lib/i18n';
import { PRIORITIES } from '../../lib/severity';
import classes from './Patient.module.css';

type Props = { readonly alerts: readonly Alert[]; readonly empty: string };

const urgency = (alert: Alert) => PRIORITIES.indexOf(alert.priority);

export function AlertList({ alerts, empty }: Props) {
  const { t, i18n } = useTranslation();
  if (alerts.length === 0) return <p className={classes.none}>{empty}</p>;
  const sorted = [...alerts].sort((a, b) => urgency(a) - urgency(b) || b.raisedAt.localeCompare(a.raisedAt));
  return (
    <ul className={classes.alerts}>
      {sorted.map((alert) => (
        <li key={alert.id} data-mark={alert.priority}>
          <Link to={`/patients/${alert.patientId}/alerts/${alert.id}`}>
            <span className={classes.alertHead}>
              <SeverityMark mark={alert.priority} />
              <span className={classes.alertMeta}>
                {t(`status.${alert.status}`)} · <When at={alert.raisedAt} />
              </span>
            </span>
            <span className={classes.alertText}>{pick(alert.sentences, i18n.language) || alert.sentence}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
