import { describe, expect, it } from 'vitest';
import type { CarePlan, Code } from '../../lib/api/types';
import { check, type Draft, draftOf, numberIn, withDraft } from './draft';

const code: Code = { code: 'A', kind: 'quantity', min: 40, max: 300, en: 'A', fr: 'A' };
const before = draftOf({ low: 100, high: 150, exitBand: 2, confirm: { n: 2, of: 3 } });
const draft = (over: Partial<Draft>): Draft => ({ ...before, reason: 'because', ...over });

describe('a drafted limit', () => {
  it.each([
    [{ low: '150' }, { low: 'order' }],
    [{ low: '160' }, { low: 'order' }],
    [{ low: 'x' }, { low: 'number' }],
    [{ high: '900' }, { high: 'range' }],
    [{ low: '', high: '' }, { low: 'empty' }],
    [{ low: '101', reason: '  ' }, { reason: 'reason' }],
    [{ n: '4' }, { n: 'confirm' }],
    [{ n: '' }, { n: 'number' }],
    [{ exitBand: '-1' }, { exitBand: 'band' }],
    [{}, { low: 'unchanged' }],
    [{ low: '99,5' }, {}],
    [{ low: '' }, {}],
  ] as const)('%o is answered with %o', (over, problems) => {
    expect(check(draft(over), before, code)).toEqual(problems);
  });

  it('reads a decimal comma', () => {
    expect([numberIn('64,4'), numberIn(' 2 '), numberIn(''), numberIn('1e9')]).toEqual([64.4, 2, null, Number.NaN]);
  });

  it('changes a threshold in its place and leaves the others', () => {
    const plan = {
      id: 'p',
      patientId: 'x',
      version: 1,
      state: 'active',
      thresholds: [
        { id: '1', code: 'A', low: 90, priority: 'critical' },
        { id: '2', code: 'A', low: 92, priority: 'high' },
      ],
    } as CarePlan;
    const next = withDraft(plan, { id: '1', code: 'A' }, draft({ low: '88', high: '' }));
    expect(next.thresholds?.map((t) => [t.id, t.low, t.high ?? null])).toEqual([
      ['1', 88, null],
      ['2', 92, null],
    ]);
    expect(next.reason).toBe('because');
    expect(withDraft(plan, { id: null, code: 'B' }, draft({})).thresholds).toHaveLength(3);
  });
});
