import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useWhen } from '../../components/When';
import type { Alert } from '../../lib/api/types';
import { useCodes } from '../../lib/codes';
import type { Span } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { useSession } from '../../lib/session';
import { printUnit } from '../../lib/units';
import { Backdrop } from './Backdrop';
import { useLimitsText } from './Limits';
import { Markers } from './Markers';
import type { TimeWindow } from './Measure';
import classes from './Patient.module.css';
import { toColumns } from './plotData';
import { readInks } from './plotDraw';
import { FRAME, plotHeight } from './plotFrame';
import { plotOptions } from './plotOptions';

type Props = {
  readonly series: Series;
  readonly spans: readonly (readonly Span[])[];
  readonly window: TimeWindow;
  readonly alerts: readonly Alert[];
  readonly summary: string;
  readonly axis: boolean;
  readonly cursor: number | null;
  readonly onCursor: (at: number | null) => void;
};

/** A drawn chart that the keyboard can walk: a slider over its readings, named by the chart's summary. */
export default function Plot({ series, spans, window, alerts, summary, axis, cursor, onCursor }: Props) {
  const { i18n } = useTranslation();
  const { zone } = useSession();
  const scheme = useComputedColorScheme('light');
  const { reading: print } = useCodes();
  const when = useWhen();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [width, setWidth] = useState(600);
  const hover = useRef(onCursor);
  hover.current = onCursor;
  const columns = useMemo(() => toColumns(series), [series]);
  const language = i18n.language;

  useEffect(() => {
    const target = box.current;
    if (!target) return;
    let silent = false;
    const inks = { ...readInks(), scheme };
    const onHover = (at: number | null) => !silent && hover.current(at);
    const input = { series, spans, window, axis, language, zone, inks, onHover };
    const made = new uPlot(plotOptions(input, target.clientWidth || 600), columns, target);
    plot.current = made;
    setWidth(target.clientWidth || 600);
    const observer = new ResizeObserver(() => {
      silent = true;
      setWidth(target.clientWidth);
      made.setSize({ width: target.clientWidth, height: plotHeight(axis) });
      silent = false;
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [series, spans, window, axis, language, zone, scheme, columns]);

  useEffect(() => {
    const made = plot.current;
    if (!made) return;
    const left = cursor === null ? -10 : made.valToPos(cursor / 1000, 'x');
    made.setCursor({ left, top: cursor === null ? -10 : 10 }, false);
  }, [cursor]);

  const limits = useLimitsText({ series, spans });
  const inside = width - FRAME.left - FRAME.right;
  const times = series.readings.map((r) => Date.parse(r.measuredAt));
  const last = times.length - 1;
  const index = cursor === null ? last : nearestIndex(times, cursor);
  const current = series.readings[index];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onCursor(times[Math.min(Math.max(next, 0), last)] ?? null);
  };
  return (
    <div className={classes.chart}>
      <Backdrop series={series} spans={spans} window={window} alerts={alerts} text={limits} language={language} />
      <span className={classes.unit} aria-hidden="true">
        {printUnit(series.unit)}
      </span>
      <div
        className={classes.canvas}
        role="slider"
        tabIndex={0}
        aria-label={summary}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.max(last, 0)}
        aria-valuenow={Math.max(index, 0)}
        aria-valuetext={current ? `${print(current)}, ${when(current.measuredAt)}` : ''}
        onKeyDown={onKeyDown}
        onBlur={() => onCursor(null)}
      >
        <div ref={box} aria-hidden="true" />
        <p className={classes.summary}>{summary}</p>
      </div>
      <Markers alerts={alerts} window={window} width={inside} />
    </div>
  );
}

function nearestIndex(times: readonly number[], at: number): number {
  let best = 0;
  times.forEach((t, i) => {
    if (Math.abs(t - at) < Math.abs((times[best] ?? 0) - at)) best = i;
  });
  return best;
}
