import type { Alert, Patient, Priority, Reading, Rule } from '../../lib/api/types';
import { limitSpans, limitsAt, outside, type thresholdHistory } from '../../lib/limits';
import { type Mark, mostUrgent } from '../../lib/severity';

export type Status = { readonly mark: Mark } & (
  | { readonly kind: 'not-monitored'; readonly reason: string }
  | { readonly kind: 'alerts'; readonly count: number; readonly priority: Priority }
  | { readonly kind: 'no-readings' }
  | { readonly kind: 'quiet' | 'outside' | 'in-range' | 'no-limits'; readonly last: string }
);

const QUIET_MILLIS = 36 * 3_600_000;

type History = ReturnType<typeof thresholdHistory>;

export const isOpen = (alert: Alert) => alert.status !== 'closed' && alert.status !== 'retrospective';

/** Whether the newest valid value of each measure lies in the limits that hold for it; null where none hold. */
function newestWithin(readings: readonly Reading[], history: History, rules: readonly Rule[]): boolean | null {
  const seen = new Set<string>();
  let judged = false;
  for (const reading of readings.filter((r) => r.validity === 'valid')) {
    const measured = reading.components?.length ? reading.components : [reading];
    const at = Date.parse(reading.measuredAt);
    for (const one of measured.filter((m) => typeof m.value === 'number' && !seen.has(m.code))) {
      seen.add(one.code);
      const span = limitsAt(limitSpans(one.code, history, rules, at - 1, at + 1), at);
      if (!span) continue;
      judged = true;
      if (outside(one.value ?? 0, span)) return false;
    }
  }
  return judged ? true : null;
}

/** The one statement about a patient; open alerts come first even for somebody whom nothing is due from. */
export function statusOf(
  patient: Patient,
  alerts: readonly Alert[],
  readings: readonly Reading[],
  history: History,
  rules: readonly Rule[],
  now: number,
): Status {
  const open = alerts.filter(isOpen);
  const priority = mostUrgent(open.map((a) => a.priority));
  if (priority) return { kind: 'alerts', count: open.length, priority, mark: priority };
  if (patient.status !== 'monitored') {
    const reason = patient.status === 'paused' ? 'paused' : (patient.statusReason ?? 'not monitored');
    return { kind: 'not-monitored', reason, mark: 'not-monitored' };
  }
  const newest = [...readings].sort((a, b) => Date.parse(b.measuredAt) - Date.parse(a.measuredAt));
  const last = newest[0]?.measuredAt;
  if (!last) return { kind: 'no-readings', mark: 'no-data' };
  if (now - Date.parse(last) > QUIET_MILLIS) return { kind: 'quiet', last, mark: 'no-data' };
  const within = newestWithin(newest, history, rules);
  if (within === null) return { kind: 'no-limits', last, mark: 'no-data' };
  return within ? { kind: 'in-range', last, mark: 'in-range' } : { kind: 'outside', last, mark: 'medium' };
}
