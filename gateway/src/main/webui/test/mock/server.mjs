// Serves the built dashboard and a pretended gateway, to look at the pages without the platform. Never shipped.
// node test/mock/server.mjs [port]; sign in as another role with /login?as=physician
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer, createWard } from './ward.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};
/** Stricter than production: what passes here needs no inline script and no inline style. */
export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const roleOf = (request) => /(?:^|; )role=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];

function bodyOf(request) {
  return new Promise((resolve) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => resolve(text ? JSON.parse(text) : undefined));
  });
}

function feed(ward, request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('id: 0\nevent: ready\ndata: {"kind":"ready"}\n\n');
  const listener = (id, event) => response.write(`id: ${id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
  ward.listeners.add(listener);
  const timer = setInterval(() => response.write(': alive\n\n'), 15_000);
  request.on('close', () => {
    clearInterval(timer);
    ward.listeners.delete(listener);
  });
}

function file(dist, pathname, response) {
  const wanted = path.join(dist, path.normalize(pathname));
  const found =
    wanted.startsWith(dist) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : path.join(dist, 'index.html');
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(found)] ?? 'application/octet-stream',
    'Content-Security-Policy': CSP,
  });
  createReadStream(found).pipe(response);
}

/** Starts it; `ward` and the switches let a test change what the pretended gateway does. */
export async function startMock({ port = 0, dist = fileURLToPath(new URL('../../dist', import.meta.url)) } = {}) {
  const state = { ward: createWard(), feedDown: false, failing: null };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://x');
    if (url.pathname === '/login' || url.pathname === '/logout') {
      const role = url.pathname === '/login' ? (url.searchParams.get('as') ?? 'nurse') : '';
      const cookie = `role=${role}; Path=/; HttpOnly; SameSite=Lax${role ? '' : '; Max-Age=0'}`;
      response.writeHead(303, { 'Set-Cookie': cookie, Location: url.searchParams.get('to') ?? '/' }).end();
      return;
    }
    if (!url.pathname.startsWith('/api/')) return file(dist, url.pathname, response);
    const role = roleOf(request);
    if (url.pathname === '/api/v1/feed' && role) {
      if (state.feedDown) return response.writeHead(503).end();
      return feed(state.ward, request, response);
    }
    const body = await bodyOf(request);
    const said =
      state.failing?.(url.pathname) ?? answer(state.ward, role, request.method, request.url, body, request.headers);
    response.writeHead(said.status, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...said.headers,
    });
    response.end(said.body === null ? undefined : JSON.stringify(said.body));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { state, url: `http://127.0.0.1:${server.address().port}`, stop };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const mock = await startMock({ port: Number(process.argv[2] ?? 4180) });
  console.log(`${mock.url}/login?as=nurse`);
}
