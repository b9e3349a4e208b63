import { describe, expect, it } from 'vitest';
import type { Alert, Priority } from '../../lib/api/types';
import { clusters } from './plotData';

const HOUR = 3_600_000;
const window = { from: 0, to: 100 * HOUR };
const alert = (id: string, hour: number, priority: Priority): Alert => ({
  id,
  episodeId: id,
  patientId: 'p',
  rule: { id: 'r', version: '1' },
  priority,
  status: 'open',
  raisedAt: new Date(hour * HOUR).toISOString(),
});

describe('the markers of alerts', () => {
  it('stand each on its own where there is room', () => {
    const found = clusters([alert('b', 50, 'high'), alert('a', 10, 'medium')], window, 500);
    expect(found.map((c) => [c.alert.id, c.at, c.others])).toEqual([
      ['a', 10 * HOUR, 0],
      ['b', 50 * HOUR, 0],
    ]);
  });

  it('become one, that of the most urgent, where they would cover each other', () => {
    const close = [alert('a', 10, 'medium'), alert('b', 12, 'critical'), alert('c', 13, 'low'), alert('d', 15, 'high')];
    const found = clusters(close, window, 500);
    expect(found.map((c) => [c.alert.id, c.at, c.others])).toEqual([
      ['b', 10 * HOUR, 2],
      ['d', 15 * HOUR, 0],
    ]);
  });

  it('leave out what began before the time shown', () => {
    expect(clusters([alert('a', -1, 'critical')], window, 500)).toEqual([]);
  });

  it('stand on the reading that started the alert', () => {
    const onset = { id: 'x', code: 'A', measuredAt: new Date(5 * HOUR).toISOString(), role: 'onset' as const };
    const late = {
      ...alert('a', 20, 'high'),
      evidence: { readings: [{ ...onset, timeQuality: 'exact' as const, validity: 'valid' as const }] },
    };
    expect(clusters([late], window, 500)[0]?.at).toBe(5 * HOUR);
  });
});
