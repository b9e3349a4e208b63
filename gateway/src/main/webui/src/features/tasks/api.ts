import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post, url } from '../../lib/api/client';
import type { Alert, Page, Task, TaskStatus } from '../../lib/api/types';

export const tasksQuery = (status: TaskStatus | null, assignee: string | null) =>
  queryOptions({
    queryKey: ['tasks', 'list', status, assignee],
    queryFn: ({ signal }) => get<Page<Task>>(url('/api/v1/tasks', { status, assignee, limit: 200 }), signal),
  });

/** The alerts that tasks are about; a task itself only says that one is to be reviewed. */
export const taskAlertsQuery = (open: boolean) =>
  queryOptions({
    queryKey: ['tasks', 'alerts', open],
    queryFn: ({ signal }) =>
      get<Page<Alert>>(url('/api/v1/alerts', { status: open ? 'open' : null, limit: 200 }), signal),
  });

export type Completion = { readonly id: string; readonly outcome: string; readonly note: string };

export function useCompleteTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, outcome, note }: Completion) =>
      post<Task>(`/api/v1/tasks/${id}/complete`, note.trim() ? { outcome, note: note.trim() } : { outcome }),
    onSettled: () => {
      for (const queryKey of [['tasks'], ['worklist'], ['timeline']]) void client.invalidateQueries({ queryKey });
    },
  });
}
