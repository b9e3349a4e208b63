import type { PlanVersion, Rule, Threshold } from './api/types';
import { ownRangeGoverns } from './measures';

/** The limits in force from one instant to another: the last values in range, and where they come from. */
export type Span = {
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly origin: 'plan' | 'default';
};

type Dated = { readonly threshold: Threshold; readonly from: number; readonly to: number };
type Side = 'low' | 'high';

const at = (text: string | null | undefined, otherwise: number) => (text ? Date.parse(text) : otherwise);

/** Thresholds with the time for which each held: every version's from its beginning to the next version's. */
export function thresholdHistory(current: readonly Threshold[], versions: readonly PlanVersion[]): readonly Dated[] {
  const told = [...versions].filter((v) => v.thresholds).sort((a, b) => a.version - b.version);
  const ranges = told.length
    ? told.map((v, i) => ({
        thresholds: v.thresholds ?? [],
        from: v.version === 1 ? Number.NEGATIVE_INFINITY : at(v.at, Number.NEGATIVE_INFINITY),
        to: at(told[i + 1]?.at, Number.POSITIVE_INFINITY),
      }))
    : [{ thresholds: current, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }];
  return ranges.flatMap((range) =>
    range.thresholds
      .map((threshold) => ({
        threshold,
        from: Math.max(range.from, at(threshold.from, Number.NEGATIVE_INFINITY)),
        to: Math.min(range.to, at(threshold.to, Number.POSITIVE_INFINITY)),
      }))
      .filter((dated) => dated.from < dated.to),
  );
}

function planned(own: readonly Dated[], side: Side): number | null {
  const held = own.filter((d) => typeof d.threshold[side] === 'number').sort((a, b) => a.from - b.from);
  return held.at(-1)?.threshold[side] ?? null;
}

function fromRules(code: string, rules: readonly Rule[], side: Side): number | null {
  return rules.find((r) => r.code === code && typeof r[side] === 'number')?.[side] ?? null;
}

function spanAt(code: string, own: readonly Dated[], rules: readonly Rule[], from: number, to: number): Span | null {
  const active = own.filter((d) => d.from <= from && from < d.to);
  const alone = active.length > 0 && ownRangeGoverns(code);
  const side = (name: Side) => planned(active, name) ?? (alone ? null : fromRules(code, rules, name));
  const low = side('low');
  const high = side('high');
  if (low === null && high === null) return null;
  return { from, to, low, high, origin: active.length > 0 ? 'plan' : 'default' };
}

/**
 * The limits of a code over a stretch of time, each as it held then: in each direction the plan's, or else the default
 * pack's, as alerts are judged.
 */
export function limitSpans(
  code: string,
  history: readonly Dated[],
  rules: readonly Rule[],
  from: number,
  to: number,
): Span[] {
  const own = history.filter((d) => d.threshold.code === code);
  const inside = own.flatMap((d) => [d.from, d.to]).filter((t) => t > from && t < to);
  const edges = [from, ...[...new Set(inside)].sort((a, b) => a - b), to];
  const spans = edges
    .slice(0, -1)
    .map((edge, i) => spanAt(code, own, rules, edge, edges[i + 1] ?? to))
    .filter((span) => span !== null);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && last.to === span.from && same(last, span)) merged[merged.length - 1] = { ...last, to: span.to };
    else merged.push(span);
  }
  return merged;
}

/** A version of the plan that changed something else leaves these limits as they were. */
function same(a: Span, b: Span): boolean {
  return a.low === b.low && a.high === b.high && a.origin === b.origin;
}

export function limitsAt(spans: readonly Span[], instant: number): Span | null {
  return spans.find((s) => s.from <= instant && instant < s.to) ?? spans.find((s) => s.to === instant) ?? null;
}

export function outside(value: number, span: Span | null): boolean {
  if (!span) return false;
  return (span.low !== null && value < span.low) || (span.high !== null && value > span.high);
}
