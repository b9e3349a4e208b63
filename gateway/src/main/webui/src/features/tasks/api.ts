import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post, url } from '../../lib/api/client';
import type { Page, Task, TaskStatus } from '../../lib/api/types';

export const tasksQuery = (status: TaskStatus | null, assignee: string | null) =>
  queryOptions({
    queryKey: ['tasks', 'list', status, assignee],
    queryFn: ({ signal }) => get<Page<Task>>(url('/api/v1/tasks', { status, assignee, limit: 200 }), signal),
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
