import type { Rule, Threshold } from './api/types';

/** The limits in force from one instant to another: the last values in range, and where they come from. */
export type Span = {
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly origin: 'plan' | 'default';
};

const at = (text: string | null | undefined, otherwise: number) => (text ? Date.parse(text) : otherwise);

function fromPlan(code: string, thresholds: readonly Threshold[], from: number, to: number): Span[] {
  const own = thresholds
    .filter((t) => t.code === code)
    .map((t) => ({ t, from: at(t.from, Number.NEGATIVE_INFINITY), to: at(t.to, Number.POSITIVE_INFINITY) }))
    .sort((a, b) => a.from - b.from);
  return own
    .map(({ t, ...s }, i) => ({
      from: Math.max(from, s.from),
      to: Math.min(to, s.to, own[i + 1]?.from ?? Number.POSITIVE_INFINITY),
      low: t.low ?? null,
      high: t.high ?? null,
      origin: 'plan' as const,
    }))
    .filter((s) => s.from < s.to);
}

function fromRules(code: string, rules: readonly Rule[]): Pick<Span, 'low' | 'high'> | null {
  const own = rules.filter((r) => r.code === code);
  const low = own.map((r) => r.low ?? null).filter((v) => v !== null);
  const high = own.map((r) => r.high ?? null).filter((v) => v !== null);
  if (low.length === 0 && high.length === 0) return null;
  return { low: low.length ? Math.max(...low) : null, high: high.length ? Math.min(...high) : null };
}

/** The limits of a code over a stretch of time, each as it was valid then; the default pack fills what no plan covered. */
export function limitSpans(
  code: string,
  thresholds: readonly Threshold[],
  rules: readonly Rule[],
  from: number,
  to: number,
): Span[] {
  const planned = fromPlan(code, thresholds, from, to);
  const fallback = fromRules(code, rules);
  if (!fallback) return planned;
  const spans: Span[] = [];
  let cursor = from;
  for (const span of planned) {
    if (span.from > cursor) spans.push({ from: cursor, to: span.from, ...fallback, origin: 'default' });
    spans.push(span);
    cursor = Math.max(cursor, span.to);
  }
  if (cursor < to) spans.push({ from: cursor, to, ...fallback, origin: 'default' });
  return spans;
}

export function limitsAt(spans: readonly Span[], instant: number): Span | null {
  return spans.find((s) => s.from <= instant && instant < s.to) ?? spans.find((s) => s.to === instant) ?? null;
}

export function outside(value: number, span: Span | null): boolean {
  if (!span) return false;
  return (span.low !== null && value < span.low) || (span.high !== null && value > span.high);
}
