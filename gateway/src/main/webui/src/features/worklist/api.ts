import { type InfiniteData, infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post, url } from '../../lib/api/client';
import type { Alert, Worklist, WorklistRow, WorklistTab } from '../../lib/api/types';

export const worklistQuery = (tab: WorklistTab) =>
  infiniteQueryOptions({
    queryKey: ['worklist', tab],
    queryFn: ({ pageParam, signal }) => get<Worklist>(pageParam, signal),
    initialPageParam: url('/api/v1/worklist', { tab, limit: 100 }),
    getNextPageParam: (last) => last.next ?? null,
  });

type Pages = InfiniteData<Worklist, string>;

function withRow(pages: Pages | undefined, id: string, change: Partial<WorklistRow>): Pages | undefined {
  if (!pages) return pages;
  const items = (page: Worklist) => page.items.map((row) => (row.id === id ? { ...row, ...change } : row));
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: items(page) })) };
}

/** Shown at once, taken back if the server says otherwise; the list is read again either way. */
function useRowAction(path: (row: WorklistRow) => string, body: unknown, change: Partial<WorklistRow>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (row: WorklistRow) => post<Alert>(path(row), body),
    onMutate: async (row) => {
      await client.cancelQueries({ queryKey: ['worklist'] });
      const before = client.getQueriesData<Pages>({ queryKey: ['worklist'] });
      client.setQueriesData<Pages>({ queryKey: ['worklist'] }, (pages) => withRow(pages, row.id, change));
      return { before };
    },
    onError: (_error, _row, context) => {
      for (const [key, pages] of context?.before ?? []) client.setQueryData(key, pages);
    },
    onSettled: (_data, _error, row) => {
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void client.invalidateQueries({ queryKey: ['alerts', row.id] });
    },
  });
}

export function useAcknowledgeRow(me: string) {
  return useRowAction(
    (row) => `/api/v1/alerts/${row.topAlertId}/acknowledge`,
    {},
    {
      claimedBy: me,
      nextAction: 'resolve',
    },
  );
}

export function useClaimRow(me: string) {
  return useRowAction((row) => `/api/v1/alerts/${row.topAlertId}/assign`, { assignee: me }, { claimedBy: me });
}
