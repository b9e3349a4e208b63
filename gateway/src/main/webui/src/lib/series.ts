import type { Code, Measured, Reading } from './api/types';
import { position } from './measures';

/** One point of one line. */
export type Point = { readonly at: number; readonly value: number; readonly reading: Reading };

/** One chart: a measure, with a line for itself or one per component of its panel. */
export type Series = {
  readonly code: string;
  readonly unit: string;
  readonly lines: readonly { readonly code: string; readonly points: readonly Point[] }[];
  readonly readings: readonly Reading[];
};

const NUMERIC = (m: Measured): m is Measured & { value: number } => typeof m.value === 'number';

function lineOf(code: string, readings: readonly Reading[], pick: (r: Reading) => Measured | undefined) {
  const points = readings.flatMap((reading) => {
    const measured = pick(reading);
    return measured && NUMERIC(measured)
      ? [{ at: Date.parse(reading.measuredAt), value: measured.value, reading }]
      : [];
  });
  return { code, points };
}

function seriesOf(code: string, readings: readonly Reading[], codes: readonly Code[]): Series {
  const present = new Set(readings.flatMap((r) => (r.components ?? []).map((c) => c.code)));
  const declared = codes.find((c) => c.code === code)?.components ?? [];
  const components = [...declared.filter((c) => present.has(c)), ...[...present].filter((c) => !declared.includes(c))];
  const sorted = [...readings].sort((a, b) => Date.parse(a.measuredAt) - Date.parse(b.measuredAt));
  const lines = components.length
    ? components.map((c) => lineOf(c, sorted, (r) => r.components?.find((m) => m.code === c)))
    : [lineOf(code, sorted, (r) => r)];
  const unit = sorted.flatMap((r) => [r.unit, ...(r.components ?? []).map((c) => c.unit)]).find(Boolean) ?? '';
  return { code, unit, lines, readings: sorted };
}

/** Readings grouped into charts, oldest point first. */
export function toSeries(readings: readonly Reading[], codes: readonly Code[]): Series[] {
  const byCode = new Map<string, Reading[]>();
  for (const reading of readings) {
    const list = byCode.get(reading.code) ?? [];
    list.push(reading);
    byCode.set(reading.code, list);
  }
  return [...byCode]
    .map(([code, list]) => seriesOf(code, list, codes))
    .sort((a, b) => position(a.code) - position(b.code) || a.code.localeCompare(b.code));
}

/** A break in the line wherever nothing was measured for three times the usual distance, and for at least an hour. */
export function gapAfter(points: readonly Point[]): number {
  const steps = points.slice(1).map((p, i) => p.at - (points[i]?.at ?? p.at));
  if (steps.length === 0) return Number.POSITIVE_INFINITY;
  const sorted = [...steps].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.max(median * 3, 3_600_000);
}
