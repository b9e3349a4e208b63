import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { FEED_KINDS, type FeedEvent } from '../api/types';
import { type Connection, connectFeed, type FeedState } from './connection';
import { createRefresher } from './refresh';

type Feed = {
  readonly state: FeedState;
  readonly lastAlert: FeedEvent | null;
  readonly missed: boolean;
  readonly retryNow: () => void;
};

const IDLE: Feed = {
  state: { kind: 'connecting', since: 0 },
  lastAlert: null,
  missed: false,
  retryNow: () => undefined,
};

const FeedContext = createContext<Feed>(IDLE);
export const useFeed = () => useContext(FeedContext);

/** One live connection for the whole page; events refresh the queries they concern. */
export function FeedProvider({ enabled, children }: { readonly enabled: boolean; readonly children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<FeedState>(IDLE.state);
  const [lastAlert, setLastAlert] = useState<FeedEvent | null>(null);
  const [missed, setMissed] = useState(false);
  const connection = useRef<Connection | null>(null);

  useEffect(() => {
    if (!enabled) return;
    const refresher = createRefresher(client);
    let wasLost = false;
    connection.current = connectFeed('/api/v1/feed', {
      state: (next) => {
        if (next.kind === 'live' && wasLost) void client.invalidateQueries();
        wasLost = next.kind === 'lost' || (wasLost && next.kind !== 'live');
        setState(next);
      },
      message: (message) => {
        if (message.event === 'gap') {
          setMissed(true);
          void client.invalidateQueries();
          return;
        }
        if (!FEED_KINDS.some((kind) => kind === message.event)) return;
        const event = JSON.parse(message.data) as FeedEvent;
        refresher.add(event);
        if (event.what === 'AlertRaised' && event.status !== 'retrospective') setLastAlert(event);
      },
      signedOut: () => void client.invalidateQueries({ queryKey: ['me'] }),
    });
    return () => {
      refresher.stop();
      connection.current?.stop();
      connection.current = null;
    };
  }, [client, enabled]);

  const retryNow = useCallback(() => connection.current?.retryNow(), []);
  const feed = useMemo(() => ({ state, lastAlert, missed, retryNow }), [state, lastAlert, missed, retryNow]);
  return <FeedContext.Provider value={feed}>{children}</FeedContext.Provider>;
}
