import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../lib/api/client';
import { alertQuery } from '../../lib/api/queries';
import type { Alert, Outcome } from '../../lib/api/types';

export type Acknowledge = { readonly kind: 'acknowledge'; readonly note: string };
export type Resolve = { readonly kind: 'resolve'; readonly outcome: Outcome; readonly note: string };
export type Action = Acknowledge | Resolve;

function body(action: Action): unknown {
  const note = action.note.trim();
  const text = note ? { note } : {};
  return action.kind === 'resolve' ? { outcome: action.outcome, ...text } : text;
}

/** The alert as it will be if the server agrees. */
export function expected(alert: Alert, action: Action, me: string, at: string): Alert {
  const notes = [...(alert.notes ?? []), { by: me, at, action: action.kind, text: action.note.trim() || null }];
  return action.kind === 'resolve'
    ? { ...alert, status: 'closed', closedAt: at, outcome: action.outcome, notes }
    : { ...alert, status: 'acknowledged', acknowledgedBy: me, acknowledgedAt: at, notes };
}

/** Shows the result at once and takes it back when the server refuses; what others did is then read again. */
export function useAlertAction(id: string, me: string) {
  const client = useQueryClient();
  const key = alertQuery(id).queryKey;
  return useMutation({
    mutationFn: (action: Action) => post<Alert>(`/api/v1/alerts/${id}/${action.kind}`, body(action)),
    onMutate: async (action) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData(key);
      if (before) client.setQueryData(key, expected(before, action, me, new Date().toISOString()));
      return { before };
    },
    onSuccess: (alert) => {
      if (alert) client.setQueryData(key, alert);
    },
    onError: (_error, _action, context) => {
      if (context?.before) client.setQueryData(key, context.before);
    },
    onSettled: (_data, error) => {
      if (error) void client.invalidateQueries({ queryKey: key });
      for (const queryKey of [['worklist'], ['alerts'], ['tasks']]) void client.invalidateQueries({ queryKey });
    },
  });
}
