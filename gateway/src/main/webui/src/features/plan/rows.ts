import type { CarePlan, Code, Rule, Threshold } from '../../lib/api/types';
import { thresholdNow } from './draft';

/** One measure's limits as they hold now, from the plan or else from the default pack. */
export type LimitRow = {
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

/** Measures of the plan first, then what only the default pack judges. */
export function limitRows(plan: CarePlan, rules: readonly Rule[], codes: readonly Code[], now: number): LimitRow[] {
  const parts = (code: string) => {
    const components = codes.find((c) => c.code === code)?.components ?? [];
    return components.length ? components.filter((c) => c !== '8478-0') : [code];
  };
  const wanted = [
    ...(plan.thresholds ?? []).map((t) => t.code),
    ...(plan.measurements ?? []).flatMap((m) => parts(m.code)),
    ...rules.filter((r) => r.direction !== 'technical').map((r) => r.code),
  ];
  return [...new Set(wanted)].map((code) => {
    const unit = codes.find((c) => c.code === code)?.unit ?? null;
    const planned = thresholdNow(plan, code, now);
    if (planned) return { code, unit, origin: 'plan', limits: planned };
    const fallback = fromRules(code, rules);
    return fallback
      ? { code, unit, origin: 'default', limits: fallback }
      : { code, unit, origin: 'none', limits: { code } };
  });
}
