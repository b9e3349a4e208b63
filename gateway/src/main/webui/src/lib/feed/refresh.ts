import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { FeedEvent } from '../api/types';

/** What each kind of event makes old. */
export function staleKeys(event: FeedEvent): QueryKey[] {
  const { patientId } = event;
  switch (event.kind) {
    case 'alert':
      return [['worklist'], ['alerts', patientId], ['alert', event.id], ['timeline', patientId]];
    case 'reading':
      return [['readings', patientId]];
    case 'task':
      return [['tasks'], ['worklist'], ['timeline', patientId]];
    case 'plan':
      return [
        ['plan', patientId],
        ['plan-versions', patientId],
        ['patient', patientId],
        ['timeline', patientId],
      ];
    case 'patient':
      return [['patient', patientId], ['patients'], ['worklist'], ['shares', patientId]];
  }
}

/**
 * Collects what events made old and refreshes it once per interval, however many events arrive. The lists that the server keeps
 * follow the same events as the feed and may be later than it: what was refreshed is refreshed once more when it has been quiet for
 * `settledMillis`. A refresh under way is let end, else many events would keep a slow one from ever doing so.
 */
export function createRefresher(client: QueryClient, everyMillis = 300, settledMillis = 2_000) {
  const pending = new Map<string, QueryKey>();
  const settling = new Map<string, number>();
  let timer = 0;
  const flush = () => {
    timer = 0;
    for (const [name, queryKey] of pending) {
      void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
      window.clearTimeout(settling.get(name));
      settling.set(name, window.setTimeout(settle, settledMillis, name, queryKey));
    }
    pending.clear();
  };
  const settle = (name: string, queryKey: QueryKey) => {
    settling.delete(name);
    void client.invalidateQueries({ queryKey });
  };
  return {
    add(event: FeedEvent) {
      for (const key of staleKeys(event)) pending.set(JSON.stringify(key), key);
      if (timer === 0) timer = window.setTimeout(flush, everyMillis);
    },
    stop() {
      window.clearTimeout(timer);
      for (const again of settling.values()) window.clearTimeout(again);
      settling.clear();
    },
  };
}
