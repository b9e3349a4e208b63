import { describe, expect, it } from 'vitest';
import type { Code, Reading } from './api/types';
import { gapAfter, toSeries } from './series';

const reading = (id: string, code: string, hour: number, over: Partial<Reading> = {}): Reading => ({
  id,
  code,
  value: 90,
  unit: '%',
  measuredAt: new Date(Date.UTC(2026, 10, 22, hour)).toISOString(),
  timeQuality: 'exact',
  validity: 'valid',
  version: 1,
  ...over,
});
const codes: Code[] = [
  { code: '85354-9', kind: 'panel', components: ['8480-6', '8462-4', '8478-0'], en: 'BP', fr: 'PA' },
];

describe('readings as charts', () => {
  it('stand oldest first, with a panel as one chart of its components', () => {
    const panel = {
      value: null,
      unit: null,
      components: [
        { code: '8462-4', value: 81, unit: 'mm[Hg]' },
        { code: '8480-6', value: 128, unit: 'mm[Hg]' },
      ],
    };
    const series = toSeries(
      [reading('b', '59408-5', 9), reading('a', '59408-5', 7), reading('p', '85354-9', 8, panel)],
      codes,
    );
    expect(series.map((s) => s.code)).toEqual(['59408-5', '85354-9']);
    expect(series[0]?.lines[0]?.points.map((p) => p.reading.id)).toEqual(['a', 'b']);
    expect(series[1]?.lines.map((l) => l.code)).toEqual(['8480-6', '8462-4']);
    expect(series[1]?.unit).toBe('mm[Hg]');
  });

  it('break where three times the usual distance passed without one', () => {
    const [series] = toSeries(
      [0, 2, 4, 6, 20].map((h) => reading(String(h), 'A', h)),
      codes,
    );
    const points = series?.lines[0]?.points ?? [];
    expect(gapAfter(points)).toBe(6 * 3_600_000);
  });

  it('keep a reading without a number in the list, not in the line', () => {
    const [series] = toSeries([reading('lo', 'A', 1, { value: null, special: 'below' })], codes);
    expect(series?.readings).toHaveLength(1);
    expect(series?.lines[0]?.points).toHaveLength(0);
  });
});
