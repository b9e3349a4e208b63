import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Priority, WorklistRow, WorklistTab } from '../../lib/api/types';
import { wristbandName } from '../../lib/people';
import { PRIORITIES } from '../../lib/severity';

export const TABS: readonly WorklistTab[] = ['needs-action', 'mine', 'all', 'not-monitored'];

export type Filters = { readonly tab: WorklistTab; readonly query: string; readonly priority: Priority | null };

/** Filters live in the URL, so that a filtered list can be bookmarked and sent to a colleague. */
export function useFilters(defaultTab: WorklistTab) {
  const [params, setParams] = useSearchParams();
  const filters = useMemo<Filters>(
    () => ({
      tab: TABS.find((t) => t === params.get('tab')) ?? defaultTab,
      query: params.get('q') ?? '',
      priority: PRIORITIES.find((p) => p === params.get('priority')) ?? null,
    }),
    [params, defaultTab],
  );
  const set = useCallback(
    (name: 'tab' | 'q' | 'priority', value: string | null) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { filters, set };
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Narrows the loaded rows. Accents and case do not matter. */
export function matching(rows: readonly WorklistRow[], filters: Filters): readonly WorklistRow[] {
  const words = plain(filters.query).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (filters.priority && row.priority !== filters.priority) return false;
    const name = plain(`${wristbandName(row.patient.name)} ${row.patient.birthDate ?? ''}`);
    return words.every((word) => name.includes(word));
  });
}
