import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, 'tokens.css'), 'utf8');

function tokens(scheme: 'light' | 'dark'): Record<string, string> {
  const block = css.split(`[data-mantine-color-scheme="${scheme}"] {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--hw-([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

const INKS = ['critical', 'high', 'medium', 'low', 'technical', 'inrange', 'text', 'muted', 'accent'];
const GROUNDS = ['surface', 'ground', 'raised'];

describe.each(['light', 'dark'] as const)('the %s inks', (scheme) => {
  const found = tokens(scheme);
  it.each(INKS.flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)))(
    '%s is legible on %s',
    (ink, ground) => {
      expect(contrast(found[ink] ?? '', found[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
    },
  );
  it.each(['critical', 'high', 'medium', 'low', 'technical', 'inrange'])(
    '%s is legible on its own soft ground',
    (ink) => {
      expect(contrast(found.text ?? '', found[`${ink}-soft`] ?? '')).toBeGreaterThanOrEqual(7);
    },
  );
});
