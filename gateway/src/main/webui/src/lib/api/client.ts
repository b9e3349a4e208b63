import type { ProblemBody } from './types';

/** A refusal or failure of the gateway, with the problem it stated. Status 0 means that no answer came. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: ProblemBody;

  constructor(status: number, problem: ProblemBody) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

export type Answer<T> = { readonly data: T; readonly etag: string | null; readonly at: number };

type Options = { readonly body?: unknown; readonly ifMatch?: string | null; readonly signal?: AbortSignal };

let onSignedOut: () => void = () => undefined;

/** Who is told when the session has ended; every 401 goes there. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

async function problemOf(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return { status: response.status };
  }
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json' });
  if (method !== 'GET') headers.set('X-Homeward', '1');
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.ifMatch) headers.set('If-Match', options.ifMatch);
  const init: RequestInit = { method, headers, credentials: 'same-origin', redirect: 'manual' };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, { code: 'NO_ANSWER' });
  }
}

export async function call<T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
  const response = await send(method, path, options);
  if (response.status === 401 || response.status === 499 || response.type === 'opaqueredirect') {
    onSignedOut();
    throw new ApiError(401, { code: 'UNAUTHENTICATED' });
  }
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  const empty = response.status === 204 || response.status === 202;
  const data = (empty ? undefined : await response.json()) as T;
  return { data, etag: response.headers.get('ETag'), at: Date.now() };
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await call<T>('GET', path, signal ? { signal } : {})).data;
}

export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  return (await call<T>('POST', path, { body })).data;
}

/** Path and query; parameters without a value are left out. */
export function url(path: string, query: Readonly<Record<string, string | number | null | undefined>> = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
