import { describe, expect, it } from 'vitest';
import { ageYears, endOfDay, plainDate, span, when } from './time';

const NOW = Date.parse('2026-11-22T13:00:00Z');
const PARIS = 'Europe/Paris';

describe('an instant on the screen', () => {
  it('is a clock time in the clinic’s zone within twelve hours', () => {
    expect(when(Date.parse('2026-11-22T06:40:00Z'), NOW, 'en', PARIS)).toBe('07:40');
  });
  it('has its date past twelve hours', () => {
    expect(when(Date.parse('2026-11-22T00:30:00Z'), NOW, 'en', PARIS)).toContain('22 Nov');
    expect(when(Date.parse('2026-11-22T00:30:00Z'), NOW, 'fr', PARIS)).toContain('22 nov.');
  });
  it('has its year when that is another one', () => {
    expect(when(Date.parse('2024-03-01T12:00:00Z'), NOW, 'en', PARIS)).toContain('2024');
  });
  it('keeps the same instant apart on both sides of a clock change', () => {
    const first = Date.parse('2026-10-25T00:30:00Z');
    expect(when(first, first, 'en', PARIS)).toBe('02:30');
    expect(when(first + 3_600_000, first, 'en', PARIS)).toBe('02:30');
  });
});

describe('the end of a day', () => {
  it('is that of the clinic’s zone, in winter and in summer', () => {
    expect(new Date(endOfDay('2027-02-20', PARIS)).toISOString()).toBe('2027-02-20T22:59:59.000Z');
    expect(new Date(endOfDay('2027-07-01', PARIS)).toISOString()).toBe('2027-07-01T21:59:59.000Z');
  });
});

describe('ages and spans', () => {
  it('count a birthday on the day itself', () => {
    expect(ageYears('1950-11-22', NOW)).toBe(76);
    expect(ageYears('1950-11-23', NOW)).toBe(75);
  });
  it('are worded in the language', () => {
    expect(span(5 * 60_000, 'en')).toBe('5 min');
    expect(span(72 * 3_600_000, 'en')).toBe('3 d');
    expect(span(72 * 3_600_000, 'fr')).toBe('3 j');
    expect(plainDate('1950-03-14', 'fr')).toBe('14 mars 1950');
  });
});
