import { describe, expect, it } from 'vitest';
import type { Rule, Threshold } from './api/types';
import { limitSpans, limitsAt, outside } from './limits';

const t = (text: string) => Date.parse(`2026-11-${text}T00:00:00Z`);
const iso = (text: string) => `2026-11-${text}T00:00:00Z`;
const rule = (over: Partial<Rule>): Rule => ({
  id: 'r',
  version: '1',
  pack: 'default',
  code: 'A',
  direction: 'low',
  priority: 'critical',
  signedOff: false,
  ...over,
});

describe('limits over time', () => {
  const thresholds: Threshold[] = [
    { code: 'A', low: 92, from: iso('05'), to: iso('10') },
    { code: 'A', low: 91, high: 97, from: iso('10') },
    { code: 'B', low: 1, from: iso('01') },
  ];

  it('are those that held then, not those that hold now', () => {
    const spans = limitSpans('A', thresholds, [], t('01'), t('20'));
    expect(spans.map((s) => [s.from, s.to, s.low, s.high])).toEqual([
      [t('05'), t('10'), 92, null],
      [t('10'), t('20'), 91, 97],
    ]);
    expect(limitsAt(spans, t('09'))?.low).toBe(92);
    expect(limitsAt(spans, t('10'))?.low).toBe(91);
    expect(limitsAt(spans, t('02'))).toBeNull();
  });

  it('come from the default pack wherever no plan held', () => {
    const rules = [rule({ low: 92 }), rule({ direction: 'high', low: null, high: 99 })];
    const spans = limitSpans('A', thresholds.slice(0, 1), rules, t('01'), t('20'));
    expect(spans.map((s) => s.origin)).toEqual(['default', 'plan', 'default']);
    expect(spans[0]).toMatchObject({ low: 92, high: 99 });
  });

  it('end where a later one begins, even if the earlier was left open', () => {
    const open: Threshold[] = [
      { code: 'A', low: 90, from: iso('01') },
      { code: 'A', low: 88, from: iso('10') },
    ];
    expect(limitSpans('A', open, [], t('01'), t('20')).map((s) => s.to)).toEqual([t('10'), t('20')]);
  });

  it('include their own values', () => {
    const [span = null] = limitSpans('A', [{ code: 'A', low: 90, high: 95, from: iso('01') }], [], t('01'), t('02'));
    expect([89, 90, 95, 96].map((v) => outside(v, span))).toEqual([true, false, false, true]);
  });
});
