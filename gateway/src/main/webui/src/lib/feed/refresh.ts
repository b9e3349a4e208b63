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

/** Collects what events made old and refreshes it once per interval, however many events arrive. */
export function createRefresher(client: QueryClient, everyMillis = 300) {
  const pending = new Map<string, QueryKey>();
  let timer = 0;
  const flush = () => {
    timer = 0;
    const keys = [...pending.values()];
    pending.clear();
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  };
  return {
    add(event: FeedEvent) {
      for (const key of staleKeys(event)) pending.set(JSON.stringify(key), key);
      if (timer === 0) timer = window.setTimeout(flush, everyMillis);
    },
    stop() {
      window.clearTimeout(timer);
    },
  };
}
