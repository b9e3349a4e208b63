import type { CarePlan, Code, Threshold } from '../../lib/api/types';

/** What a physician typed; text until it is known to be a number. */
export type Draft = {
  readonly low: string;
  readonly high: string;
  readonly exitBand: string;
  readonly n: string;
  readonly of: string;
  readonly reason: string;
};

export type Problem = 'order' | 'reason' | 'range' | 'number' | 'empty' | 'confirm' | 'band' | 'unchanged';
export type Problems = Partial<Record<keyof Draft, Problem>>;

type Limits = Pick<Threshold, 'low' | 'high' | 'exitBand' | 'confirm'>;

const text = (value: number | null | undefined) => (typeof value === 'number' ? String(value) : '');

export function draftOf(limits: Limits | undefined): Draft {
  return {
    low: text(limits?.low),
    high: text(limits?.high),
    exitBand: text(limits?.exitBand),
    n: text(limits?.confirm?.n),
    of: text(limits?.confirm?.of),
    reason: '',
  };
}

/** A decimal comma is a decimal point; empty is "none". NaN where it is no number. */
export function numberIn(typed: string): number | null {
  const clean = typed.trim().replace(',', '.');
  if (clean === '') return null;
  return /^-?\d+(\.\d+)?$/.test(clean) ? Number(clean) : Number.NaN;
}

function limitProblem(value: number | null, code: Code | undefined): Problem | undefined {
  if (value === null) return undefined;
  if (Number.isNaN(value)) return 'number';
  const below = typeof code?.min === 'number' && value < code.min;
  const above = typeof code?.max === 'number' && value > code.max;
  return below || above ? 'range' : undefined;
}

export function check(draft: Draft, before: Draft, code: Code | undefined): Problems {
  const problems: Problems = {};
  const low = numberIn(draft.low);
  const high = numberIn(draft.high);
  const band = numberIn(draft.exitBand);
  const n = numberIn(draft.n);
  const of = numberIn(draft.of);
  const put = (field: keyof Draft, problem: Problem | undefined) => {
    if (problem && !problems[field]) problems[field] = problem;
  };
  put('low', limitProblem(low, code));
  put('high', limitProblem(high, code));
  if (low === null && high === null) put('low', 'empty');
  if (low !== null && high !== null && low >= high) put('low', 'order');
  if (band !== null && Number.isNaN(band)) put('exitBand', 'number');
  if (band !== null && band < 0) put('exitBand', 'band');
  if ((n === null) !== (of === null)) put(n === null ? 'n' : 'of', 'number');
  if (n !== null && of !== null) {
    if (!Number.isInteger(n) || !Number.isInteger(of) || n < 1) put('n', 'number');
    else if (n > of) put('n', 'confirm');
  }
  if (draft.reason.trim() === '') put('reason', 'reason');
  const same = (['low', 'high', 'exitBand', 'n', 'of'] as const).every(
    (f) => numberIn(draft[f]) === numberIn(before[f]),
  );
  if (same) put('low', 'unchanged');
  return problems;
}

/** The plan with the drafted limits: a threshold that exists is changed in its place, else one is added. */
export function withDraft(
  plan: CarePlan,
  row: { readonly id: string | null; readonly code: string },
  draft: Draft,
): CarePlan {
  const n = numberIn(draft.n);
  const of = numberIn(draft.of);
  const limits = {
    low: numberIn(draft.low),
    high: numberIn(draft.high),
    exitBand: numberIn(draft.exitBand),
    confirm: n !== null && of !== null ? { n, of } : null,
  };
  const thresholds = plan.thresholds ?? [];
  const known = row.id !== null && thresholds.some((t) => t.id === row.id);
  const next = known
    ? thresholds.map((t) => (t.id === row.id ? { ...t, ...limits } : t))
    : [...thresholds, { code: row.code, ...limits }];
  return { ...plan, thresholds: next, reason: draft.reason.trim() };
}
