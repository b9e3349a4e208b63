import { describe, expect, it } from 'vitest';
import type { Alert, Patient, Reading } from '../../lib/api/types';
import { thresholdHistory } from '../../lib/limits';
import { statusOf } from './status';

const NOW = Date.parse('2026-11-22T13:00:00Z');
const patient = { id: 'p', name: { family: 'F', given: [] }, status: 'monitored' } as Patient;
const reading = (hoursAgo: number, value: number, validity: Reading['validity'] = 'valid'): Reading => ({
  id: `${hoursAgo}`,
  code: 'A',
  value,
  unit: '%',
  measuredAt: new Date(NOW - hoursAgo * 3_600_000).toISOString(),
  timeQuality: 'exact',
  validity,
  version: 1,
});
const limits = thresholdHistory([{ code: 'A', low: 90, from: '2020-01-01T00:00:00Z' }], []);
const alert = (priority: Alert['priority'], status: Alert['status']) => ({ priority, status }) as Alert;

describe('what is said of a patient', () => {
  it('is never a bare green: in range names the last reading', () => {
    expect(statusOf(patient, [], [reading(1, 95)], limits, [], NOW)).toMatchObject({
      kind: 'in-range',
      last: reading(1, 95).measuredAt,
    });
  });
  it('is no data when nothing came', () => {
    expect(statusOf(patient, [], [], limits, [], NOW)).toEqual({ kind: 'no-readings', mark: 'no-data' });
    expect(statusOf(patient, [], [reading(40, 95)], limits, [], NOW).kind).toBe('quiet');
  });
  it('makes no claim of range where no limit holds', () => {
    expect(statusOf(patient, [], [reading(1, 95)], [], [], NOW).kind).toBe('no-limits');
  });
  it('does not judge by an invalid reading', () => {
    expect(statusOf(patient, [], [reading(1, 20, 'invalid'), reading(2, 95)], limits, [], NOW).kind).toBe('in-range');
  });
  it('says outside when the newest value is, alert or not', () => {
    expect(statusOf(patient, [], [reading(1, 80), reading(2, 95)], limits, [], NOW).kind).toBe('outside');
  });
  it('puts open alerts first, even for somebody not monitored', () => {
    const gone = { ...patient, status: 'not monitored', statusReason: 'nothing due' } as Patient;
    const alerts = [alert('medium', 'acknowledged'), alert('high', 'open'), alert('critical', 'retrospective')];
    expect(statusOf(gone, alerts, [], [], [], NOW)).toEqual({
      kind: 'alerts',
      count: 2,
      priority: 'high',
      mark: 'high',
    });
    expect(statusOf(gone, [], [], [], [], NOW)).toMatchObject({ kind: 'not-monitored', reason: 'nothing due' });
  });
});
