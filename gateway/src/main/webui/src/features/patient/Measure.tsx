import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../components/When';
import type { Alert, Reading, Rule } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import { limitSpans, type Span, type thresholdHistory } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { number, printUnit } from '../../lib/units';
import classes from './Patient.module.css';
import { ReadingTable } from './ReadingTable';
import { useSummary } from './summary';

const Plot = lazy(() => import('./Plot'));

export type TimeWindow = { readonly from: number; readonly to: number };

type Props = {
  readonly series: Series;
  readonly window: TimeWindow;
  readonly rangeText: string;
  readonly history: ReturnType<typeof thresholdHistory>;
  readonly rules: readonly Rule[];
  readonly alerts: readonly Alert[];
  readonly asTable: boolean;
  readonly last: boolean;
  readonly cursor: number | null;
  readonly onCursor: (at: number | null) => void;
};

function nearest(readings: readonly Reading[], at: number | null): Reading | undefined {
  if (at === null) return readings.at(-1);
  const distance = (r: Reading) => Math.abs(Date.parse(r.measuredAt) - at);
  return readings.reduce<Reading | undefined>(
    (best, r) => (!best || distance(r) < distance(best) ? r : best),
    undefined,
  );
}

/** One measure: its name, the reading under the cursor (else the latest), the limits in force, and its chart or table. */
export function Measure(props: Props) {
  const { series, window, history, rules, alerts, asTable, cursor } = props;
  const { name, reading: printReading } = useCodes();
  const when = useWhen();
  const spans = useMemo(
    () => series.lines.map((line) => limitSpans(line.code, history, rules, window.from, window.to)),
    [series, history, rules, window],
  );
  const summary = useSummary(series, spans, props.rangeText);
  const own = useMemo(() => {
    const codes = new Set([series.code, ...series.lines.map((l) => l.code)]);
    return alerts.filter((a) => a.code && codes.has(a.code));
  }, [alerts, series]);
  const shown = nearest(series.readings, cursor);
  return (
    <section className={classes.measure} aria-label={name(series.code)} data-last={props.last || undefined}>
      <div className={classes.label}>
        <h3>{name(series.code)}</h3>
        {shown && (
          <p className={classes.latest}>
            <strong>{printReading(shown)}</strong>
            <span>{when(shown.measuredAt)}</span>
          </p>
        )}
        <Limits series={series} spans={spans} />
      </div>
      <div className={classes.plot}>
        {asTable ? (
          <ReadingTable series={series} spans={spans} summary={summary} />
        ) : (
          <Suspense fallback={<div className={classes.plotWait} />}>
            <Plot
              series={series}
              spans={spans}
              window={window}
              alerts={own}
              summary={summary}
              axis={props.last}
              cursor={cursor}
              onCursor={props.onCursor}
            />
          </Suspense>
        )}
      </div>
    </section>
  );
}

/** The limits in force now, one line for each line of the chart. */
function Limits({ series, spans }: { readonly series: Series; readonly spans: readonly (readonly Span[])[] }) {
  const { t, i18n } = useTranslation();
  const print = (v: number) => number(v, i18n.language);
  const lines = spans.flatMap((list) => {
    const now = list.at(-1);
    if (!now) return [];
    if (now.low !== null && now.high !== null) return [{ text: `${print(now.low)}–${print(now.high)}`, now }];
    if (now.high !== null) return [{ text: `≤ ${print(now.high)}`, now }];
    return now.low !== null ? [{ text: `≥ ${print(now.low)}`, now }] : [];
  });
  if (lines.length === 0) return <p className={classes.limits}>{t('chart.noLimits')}</p>;
  const planned = lines.some((line) => line.now.origin === 'plan');
  return (
    <p className={classes.limits}>
      {lines.map((line) => line.text).join(' / ')} {printUnit(series.unit)}
      <small>{t(planned ? 'chart.plan' : 'chart.default')}</small>
    </p>
  );
}
