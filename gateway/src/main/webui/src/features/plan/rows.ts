import type { CarePlan, Code, Rule, Threshold } from '../../lib/api/types';
import { isDerived, position } from '../../lib/measures';

/** Limits as they hold now: a threshold of the plan, or what the default pack says of a measure that the plan is silent on. */
export type LimitRow = {
  readonly key: string;
  readonly id: string | null;
  readonly code: string;
  readonly unit: string | null;
  readonly origin: 'plan' | 'default' | 'none';
  readonly limits: Threshold;
};

function fromRules(code: string, rules: readonly Rule[]): Threshold | null {
  const own = rules.filter((r) => r.code === code && r.direction !== 'technical');
  const low = own.map((r) => r.low).find((v) => typeof v === 'number');
  const high = own.map((r) => r.high).find((v) => typeof v === 'number');
  if (low === undefined && high === undefined) return null;
  const { exitBand = null, confirm = null } = own[0] ?? {};
  return { code, low: low ?? null, high: high ?? null, exitBand, confirm };
}

const begun = (threshold: Threshold, now: number) => !threshold.to || Date.parse(threshold.to) > now;

/** The plan's thresholds first, then measures that only the default pack judges, then those that nothing judges. */
export function limitRows(plan: CarePlan, rules: readonly Rule[], codes: readonly Code[], now: number): LimitRow[] {
  const unitOf = (code: string) => codes.find((c) => c.code === code)?.unit ?? null;
  const own: LimitRow[] = (plan.thresholds ?? [])
    .filter((t) => begun(t, now))
    .map((t) => ({
      key: t.id ?? t.code,
      id: t.id ?? null,
      code: t.code,
      unit: unitOf(t.code),
      origin: 'plan',
      limits: t,
    }));
  const parts = (code: string) => {
    const components = codes.find((c) => c.code === code)?.components ?? [];
    return components.length ? components.filter((c) => !isDerived(c)) : [code];
  };
  const covered = new Set(own.map((row) => row.code));
  const wanted = new Set([
    ...(plan.measurements ?? []).flatMap((m) => parts(m.code)),
    ...rules.flatMap((r) => r.code ?? []),
  ]);
  const rest = [...wanted]
    .filter((code) => !covered.has(code))
    .map((code): LimitRow => {
      const fallback = fromRules(code, rules);
      const base = { key: code, id: null, code, unit: unitOf(code) };
      return fallback
        ? { ...base, origin: 'default', limits: fallback }
        : { ...base, origin: 'none', limits: { code } };
    });
  const order = (row: LimitRow) =>
    (row.origin === 'plan' ? 0 : row.origin === 'default' ? 100 : 200) + position(row.code);
  return [...own, ...rest].sort((a, b) => order(a) - order(b));
}

/** The threshold that a conflict is about, as the newer plan has it. */
export function sameThreshold(plan: CarePlan, row: LimitRow): Threshold | undefined {
  return (plan.thresholds ?? []).find((t) => (row.id ? t.id === row.id : t.code === row.code));
}
