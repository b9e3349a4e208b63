import type uPlot from 'uplot';
import type { Alert } from '../../lib/api/types';
import type { Span } from '../../lib/limits';
import { gapAfter, type Point, type Series } from '../../lib/series';
import { PRIORITIES } from '../../lib/severity';
import type { TimeWindow } from './Measure';

/** Invalid values are drawn, but never joined to a line. */
const joined = (points: readonly Point[]) => points.filter((p) => p.reading.validity !== 'invalid');

/** uPlot's columns: seconds, then one column a line. `null` breaks a line, `undefined` only means "not measured then". */
export function toColumns(series: Series): uPlot.AlignedData {
  const cells = new Map<number, (number | null | undefined)[]>();
  const cell = (at: number) => {
    const found = cells.get(at) ?? series.lines.map(() => undefined);
    cells.set(at, found);
    return found;
  };
  series.lines.forEach((line, column) => {
    const points = joined(line.points);
    const gap = gapAfter(points);
    points.forEach((point, i) => {
      const before = points[i - 1];
      if (before && point.at - before.at > gap) cell(before.at + 1_000)[column] = null;
      cell(point.at)[column] = point.value;
    });
  });
  const times = [...cells.keys()].sort((a, b) => a - b);
  const columns = series.lines.map((_line, column) => times.map((at) => cells.get(at)?.[column]));
  return [times.map((at) => at / 1000), ...columns] as uPlot.AlignedData;
}

/** The values the vertical axis must show: the data, and the limits where they are near enough not to flatten it. */
export function valueRange(series: Series, spans: readonly (readonly Span[])[]): readonly [number, number] {
  const values = series.lines.flatMap((line) => line.points.map((p) => p.value));
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const reach = Math.max((high - low) * 1.5, Math.abs(high) * 0.08);
  const limits = spans
    .flat()
    .flatMap((s) => [s.low, s.high])
    .filter((v) => v !== null)
    .filter((v) => v > low - reach && v < high + reach);
  const all = [...values, ...limits];
  const pad = Math.max((Math.max(...all) - Math.min(...all)) * 0.14, Math.abs(high) * 0.01);
  return [Math.min(...all) - pad, Math.max(...all) + pad];
}

/** Where an alert belongs on the time axis: at the reading that started it. */
export function alertAt(alert: Alert): number {
  const onset = alert.evidence?.readings?.find((r) => r.role === 'onset');
  return Date.parse(onset?.measuredAt ?? alert.raisedAt);
}

/** One marker: where it stands, the most urgent alert of those that share the place, and how many others do. */
export type Cluster = { readonly at: number; readonly alert: Alert; readonly others: number };

/** What a finger needs; markers closer than this would cover each other. */
const TARGET = 24;

/** Alerts that would stand on each other become one marker, so that each can be hit. */
export function clusters(alerts: readonly Alert[], window: TimeWindow, width: number): readonly Cluster[] {
  const apart = ((window.to - window.from) * TARGET) / Math.max(width, TARGET);
  const shown = alerts
    .map((alert) => ({ at: alertAt(alert), alert }))
    .filter(({ at }) => at >= window.from)
    .sort((a, b) => a.at - b.at);
  const urgency = (alert: Alert) => PRIORITIES.indexOf(alert.priority);
  const groups: Cluster[] = [];
  for (const { at, alert } of shown) {
    const last = groups.at(-1);
    if (!last || at - last.at >= apart) groups.push({ at, alert, others: 0 });
    else {
      const worse = urgency(alert) < urgency(last.alert) ? alert : last.alert;
      groups[groups.length - 1] = { at: last.at, alert: worse, others: last.others + 1 };
    }
  }
  return groups;
}
