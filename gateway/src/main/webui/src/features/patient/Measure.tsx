import { lazy, Suspense, useMemo } from 'react';
import { useWhen } from '../../components/When';
import type { Alert, Reading, Rule } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import { limitSpans, type thresholdHistory } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { Limits } from './Limits';
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
  readonly axis: boolean;
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
    <section className={classes.measure} aria-label={name(series.code)}>
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
              axis={props.axis}
              cursor={cursor}
              onCursor={props.onCursor}
            />
          </Suspense>
        )}
      </div>
    </section>
  );
}
