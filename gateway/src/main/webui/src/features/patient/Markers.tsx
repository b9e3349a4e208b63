import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { SeverityMark } from '../../components/SeverityMark';
import { useWhen } from '../../components/When';
import type { Alert } from '../../lib/api/types';
import { pick } from '../../lib/i18n';
import type { TimeWindow } from './Measure';
import classes from './Patient.module.css';
import { alertAt, clusters } from './plotData';
import { FRAME, fraction } from './plotFrame';

type Props = { readonly alerts: readonly Alert[]; readonly window: TimeWindow; readonly width: number };

/** Above a chart, a mark for every alert on the reading that started it; it opens the alert. */
export function Markers({ alerts, window, width }: Props) {
  const { t, i18n } = useTranslation();
  const { search } = useLocation();
  const when = useWhen();
  const groups = clusters(alerts, window, width);
  if (groups.length === 0) return null;
  const text = (alert: Alert, others: number) => {
    const said = t('chart.marker', {
      priority: t(`severity.${alert.priority}`),
      status: t(`status.${alert.status}`).toLocaleLowerCase(i18n.language),
      when: when(new Date(alertAt(alert)).toISOString()),
      sentence: pick(alert.sentences, i18n.language) || (alert.sentence ?? ''),
    });
    return others > 0 ? `${said} ${t('worklist.more', { count: others })}` : said;
  };
  return (
    <ol className={classes.markers} aria-label={t('chart.markers')} style={{ left: FRAME.left, right: FRAME.right }}>
      {groups.map(({ at, alert, others }) => (
        <li key={alert.id} style={{ left: `${fraction(at, window) * 100}%` }}>
          <Link
            to={{ pathname: `/patients/${alert.patientId}/alerts/${alert.id}`, search }}
            title={text(alert, others)}
          >
            <SeverityMark mark={alert.priority} word={false} size={15} text={text(alert, others)} />
          </Link>
        </li>
      ))}
    </ol>
  );
}
