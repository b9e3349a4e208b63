import { describe, expect, it } from 'vitest';
import type { PlanVersion, Rule, Threshold } from './api/types';
import { limitSpans, limitsAt, outside, thresholdHistory } from './limits';

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
const version = (n: number, at: string, thresholds: readonly Threshold[]): PlanVersion => ({
  version: n,
  at,
  thresholds,
});

describe('limits over time', () => {
  const versions = [
    version(1, iso('02'), []),
    version(2, iso('05'), [{ id: '1', code: 'A', low: 92, from: iso('05') }]),
    version(3, iso('10'), [{ id: '1', code: 'A', low: 91, high: 97, from: iso('10') }]),
  ];
  const history = thresholdHistory(versions[2]?.thresholds ?? [], versions);

  it('are those that held then, not those that hold now', () => {
    const spans = limitSpans('A', history, [], t('01'), t('20'));
    expect(spans.map((s) => [s.from, s.to, s.low, s.high])).toEqual([
      [t('05'), t('10'), 92, null],
      [t('10'), t('20'), 91, 97],
    ]);
    expect(limitsAt(spans, t('09'))?.low).toBe(92);
    expect(limitsAt(spans, t('10'))?.low).toBe(91);
    expect(limitsAt(spans, t('02'))).toBeNull();
  });

  it('come from the default pack before the plan had any, and in the direction that the plan leaves open', () => {
    const rules = [rule({ low: 90 }), rule({ direction: 'high', high: 99 })];
    const spans = limitSpans('A', history, rules, t('01'), t('20'));
    expect(spans.map((s) => [s.origin, s.low, s.high])).toEqual([
      ['default', 90, 99],
      ['plan', 92, 99],
      ['plan', 91, 97],
    ]);
  });

  it('are the patient’s alone in both directions where the own range governs', () => {
    const own = thresholdHistory([{ code: '59408-5', high: 92, from: iso('01') }], []);
    const [span] = limitSpans('59408-5', own, [rule({ code: '59408-5', low: 92 })], t('02'), t('03'));
    expect(span).toMatchObject({ low: null, high: 92 });
  });

  it('go on over a version that changed something else', () => {
    const kept = [{ id: '1', code: 'A', low: 90, from: iso('01') }];
    const known = thresholdHistory(kept, [version(1, iso('01'), kept), version(2, iso('05'), kept)]);
    expect(limitSpans('A', known, [], t('02'), t('09')).map((s) => [s.from, s.to])).toEqual([[t('02'), t('09')]]);
  });

  it('end when the plan says so', () => {
    const own = thresholdHistory([{ code: 'A', low: 90, from: iso('01'), to: iso('10') }], []);
    expect(limitSpans('A', own, [], t('05'), t('20')).map((s) => s.to)).toEqual([t('10')]);
  });

  it('include their own values', () => {
    const own = thresholdHistory([{ code: 'A', low: 90, high: 95, from: iso('01') }], []);
    const [span = null] = limitSpans('A', own, [], t('01'), t('02'));
    expect([89, 90, 95, 96].map((v) => outside(v, span))).toEqual([true, false, false, true]);
  });
});
