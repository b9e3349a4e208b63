import { readStream, type SseMessage } from './sse';

export type FeedState =
  | { readonly kind: 'connecting'; readonly since: number }
  | { readonly kind: 'live'; readonly since: number }
  | { readonly kind: 'lost'; readonly since: number };

/** The gateway writes at least a comment every 15 s; three missed ones mean that the line is dead. */
export const SILENCE_MILLIS = 45_000;
const BACKOFF = [500, 1_000, 2_000, 5_000, 10_000] as const;

export type Connection = { readonly stop: () => void; readonly retryNow: () => void };

type Listener = {
  readonly state: (state: FeedState) => void;
  readonly message: (message: SseMessage) => void;
  readonly signedOut: () => void;
};

/** Keeps one feed connection alive: resumes by Last-Event-ID, notices silence, backs off, says when it is lost. */
export function connectFeed(path: string, listener: Listener): Connection {
  let stopped = false;
  let attempt = 0;
  let lastId: string | null = null;
  let lastSign = Date.now();
  let wake: () => void = () => undefined;
  let abort = new AbortController();
  listener.state({ kind: 'connecting', since: lastSign });

  const once = async () => {
    abort = new AbortController();
    let silence = 0;
    const watch = () => {
      window.clearTimeout(silence);
      silence = window.setTimeout(() => abort.abort(), SILENCE_MILLIS);
    };
    const alive = () => {
      lastSign = Date.now();
      watch();
    };
    watch();
    try {
      return await readStream(path, lastId, abort.signal, {
        open: () => {
          attempt = 0;
          alive();
          listener.state({ kind: 'live', since: Date.now() });
        },
        alive,
        message: (message) => {
          if (message.id) lastId = message.id;
          listener.message(message);
        },
      });
    } finally {
      window.clearTimeout(silence);
    }
  };

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = window.setTimeout(resolve, BACKOFF[Math.min(attempt, BACKOFF.length - 1)]);
      wake = () => {
        window.clearTimeout(timer);
        resolve();
      };
      attempt++;
    });

  const run = async () => {
    while (!stopped) {
      const end = await once().catch(() => 'closed' as const);
      if (stopped) return;
      if (end === 'signed-out') return listener.signedOut();
      listener.state({ kind: 'lost', since: lastSign });
      await pause();
    }
  };
  void run();

  return {
    stop: () => {
      stopped = true;
      wake();
      abort.abort();
    },
    retryNow: () => {
      attempt = 0;
      wake();
    },
  };
}
