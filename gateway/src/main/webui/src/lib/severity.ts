import type { Priority } from './api/types';

/** Most urgent first: the order in which everything on screen stands. */
export const PRIORITIES: readonly Priority[] = ['critical', 'high', 'medium', 'low', 'technical'];

export type Mark = Priority | 'no-data' | 'in-range' | 'not-monitored';

/** Shape and ink of each mark; the word comes from the translations. Four marks never share a shape. */
export const MARKS: Readonly<Record<Mark, { readonly shape: Shape; readonly ink: string; readonly soft: string }>> = {
  critical: { shape: 'triangle-filled', ink: 'var(--hw-critical)', soft: 'var(--hw-critical-soft)' },
  high: { shape: 'triangle', ink: 'var(--hw-high)', soft: 'var(--hw-high-soft)' },
  medium: { shape: 'diamond', ink: 'var(--hw-medium)', soft: 'var(--hw-medium-soft)' },
  low: { shape: 'circle', ink: 'var(--hw-low)', soft: 'var(--hw-low-soft)' },
  technical: { shape: 'square-hatched', ink: 'var(--hw-technical)', soft: 'var(--hw-technical-soft)' },
  'no-data': { shape: 'square-hatched', ink: 'var(--hw-technical)', soft: 'var(--hw-technical-soft)' },
  'in-range': { shape: 'ring', ink: 'var(--hw-inrange)', soft: 'var(--hw-inrange-soft)' },
  'not-monitored': { shape: 'dash', ink: 'var(--hw-muted)', soft: 'var(--hw-raised)' },
};

export type Shape = 'triangle-filled' | 'triangle' | 'diamond' | 'circle' | 'square-hatched' | 'ring' | 'dash';

export function mostUrgent(priorities: readonly Priority[]): Priority | null {
  return PRIORITIES.find((p) => priorities.includes(p)) ?? null;
}

/** High and critical are never acknowledged unseen. */
export function mustBeSeen(priority: Priority | null | undefined): boolean {
  return priority === 'critical' || priority === 'high';
}
