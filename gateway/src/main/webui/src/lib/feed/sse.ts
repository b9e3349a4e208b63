/** Server-sent events read from a fetch stream: unlike EventSource it sees the keep-alive comments, so silence is noticed. */
export type SseMessage = { readonly event: string; readonly data: string; readonly id: string | null };

/** Splits chunks of text into messages; a comment line counts as a sign of life only. */
export function createParser(onMessage: (message: SseMessage) => void): (chunk: string) => void {
  let buffer = '';
  let event = '';
  let data: string[] = [];
  let id: string | null = null;

  const line = (text: string) => {
    if (text === '') {
      if (data.length > 0 || event !== '') onMessage({ event: event || 'message', data: data.join('\n'), id });
      event = '';
      data = [];
      return;
    }
    if (text.startsWith(':')) return;
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') id = value;
  };

  return (chunk) => {
    buffer += chunk;
    const lines = buffer.split(/\r\n|\n|\r/);
    buffer = lines.pop() ?? '';
    for (const text of lines) line(text);
  };
}

export type StreamEnd = 'closed' | 'signed-out';

/** Reads one connection to its end. `alive` is called for every chunk, keep-alive comments included. */
export async function readStream(
  path: string,
  lastId: string | null,
  signal: AbortSignal,
  on: { readonly open: () => void; readonly alive: () => void; readonly message: (m: SseMessage) => void },
): Promise<StreamEnd> {
  const headers = new Headers({ Accept: 'text/event-stream' });
  if (lastId) headers.set('Last-Event-ID', lastId);
  const response = await fetch(path, { headers, signal, credentials: 'same-origin', redirect: 'manual' });
  if (response.status === 401 || response.type === 'opaqueredirect') return 'signed-out';
  if (!response.ok || !response.body) throw new Error(`feed answered ${response.status}`);
  on.open();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parse = createParser(on.message);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return 'closed';
    on.alive();
    parse(decoder.decode(value, { stream: true }));
  }
}
