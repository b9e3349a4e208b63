import { HttpResponse, http, type StrictRequest } from 'msw';
import { setupServer } from 'msw/node';
import type { FeedEvent, Role } from '../src/lib/api/types';
import { answer, createWard, emit } from './mock/ward.mjs';

type Ward = ReturnType<typeof createWard>;
type Said = { readonly status: number; readonly body: unknown; readonly headers: Record<string, string> };
type Override = (method: string, path: string) => Said | undefined;

let ward: Ward = createWard();
let role: Role | 'nurse2' | 'physician2' | null = 'nurse';
let override: Override = () => undefined;
let writes: { method: string; path: string; body: unknown; ifMatch: string | null }[] = [];

async function bodyOf(request: StrictRequest<never>): Promise<unknown> {
  const text = await request.clone().text();
  return text ? JSON.parse(text) : undefined;
}

function stream(): Response {
  const encoder = new TextEncoder();
  let listener: (id: string, event: FeedEvent) => void = () => undefined;
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode('id: 0\nevent: ready\ndata: {"kind":"ready"}\n\n'));
      listener = (id, event) =>
        controller.enqueue(encoder.encode(`id: ${id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`));
      ward.listeners.add(listener);
    },
    cancel: () => {
      ward.listeners.delete(listener);
    },
  });
  return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

const server = setupServer(
  http.all('*/api/v1/*', async ({ request }) => {
    const { pathname, search } = new URL(request.url);
    const said = override(request.method, pathname);
    if (pathname === '/api/v1/feed' && !said) return role ? stream() : new HttpResponse(null, { status: 401 });
    const body = await bodyOf(request as StrictRequest<never>);
    if (request.method !== 'GET') {
      writes.push({ method: request.method, path: pathname, body, ifMatch: request.headers.get('If-Match') });
    }
    const headers = Object.fromEntries(request.headers);
    const {
      status,
      body: json,
      headers: extra,
    } = said ?? answer(ward, role, request.method, pathname + search, body, headers);
    if (status === 204) return new HttpResponse(null, { status });
    return HttpResponse.json(json as Record<string, unknown>, { status, headers: extra });
  }),
);

/** The pretended gateway of the tests. */
export const gateway = {
  listen: () => server.listen({ onUnhandledRequest: 'error' }),
  close: () => server.close(),
  reset: () => {
    ward = createWard();
    role = 'nurse';
    override = () => undefined;
    writes = [];
  },
  signIn: (as: typeof role) => {
    role = as;
  },
  /** Answers some requests differently; undefined leaves them as they are. */
  on: (replacement: Override) => {
    override = replacement;
  },
  get ward() {
    return ward;
  },
  get writes() {
    return writes;
  },
  emit: (event: FeedEvent) => emit(ward, event),
  /** Another person acts through the same gateway. */
  as: (who: string, method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    answer(ward, who, method, path, body, { 'x-homeward': '1', ...headers }),
};
