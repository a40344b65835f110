/**
 * Covers src/platform/http/answer-request.ts, src/platform/http/request-body.ts,
 * src/platform/http/send-answer.ts.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { aServer, sendRaw } from '../../../support/site/a-server.ts';

let running: Awaited<ReturnType<typeof aServer>>;
const start = async (options: Parameters<typeof aServer>[0] = {}) => {
  running = await aServer(options);
  return running;
};
afterEach(() => running.close());

test.each(['/%E0%A4%A', '/%', '/%00', '/needs/%FF/'])('%s is a bad address', async (path) => {
  const { get } = await start();

  const page = await get(path);

  expect(page.status).toBe(400);
  expect(await page.text()).toContain('<a href="/">');
});

test.each([
  '/search/?q=%E0%A4%A',
  '/search/?q=50%',
  '/search/?q=%=%&near=%00',
  '/search/?q=%ff&near=%2',
])('whatever stands in a query reaches the page: %s', async (path) => {
  const asked: (string | undefined)[] = [];
  const { get } = await start({
    handler: async (request, response) => {
      asked.push(request.url);
      response.end('found');
    },
  });

  expect((await get(path)).status).toBe(200);
  expect(asked).toEqual([path]);
});

describe('a damaged address', () => {
  const site = {
    files: { 'needs/food/index.html': 'Food', '404.html': 'Nothing here' },
    isSecret: (path: string) => path.startsWith('/secret/'),
    isCaseFree: (path: string) => !path.startsWith('/secret/'),
    handler: async (request: IncomingMessage, response: ServerResponse) => {
      const isThere = /^\/(secret\/AbC|search)\/(\?|$)/.test(request.url ?? '');
      response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html' });
      response.end(isThere ? 'there' : 'nothing');
    },
  };

  test.each([
    ['/secret/AbC).', '/secret/AbC/'],
    ['/secret/AbC%E2%80%8B/', '/secret/AbC/'],
    ['/secret/AbC', '/secret/AbC/'],
    ['/search/?a=b&amp;q=x', '/search/?a=b&q=x'],
    ['/search%3Fq=x', '/search/?q=x'],
    ['/Needs/Food/.', '/needs/food/'],
  ])('%s leads to %s, and no cache keeps the way', async (damaged, address) => {
    const { get } = await start(site);

    const answer = await get(damaged);

    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe(address);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await get(address)).status).toBe(200);
  });

  test.each(['/needs/none/', '/secret/abc/', '/.git/config', '/%E0%A4%A'])(
    'that nobody can read is told so: %s',
    async (damaged) => {
      const { get } = await start(site);

      expect((await get(damaged)).status).toBeGreaterThanOrEqual(400);
    },
  );

  test('never leads to another site', async () => {
    const { port } = await start(site);
    for (const path of [
      '//evil.example/?a&amp;b',
      '//evil.example/).',
      '/\\evil.example/?a&amp;b',
    ]) {
      const reply = await sendRaw(
        port,
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      );
      expect(reply.toLowerCase()).not.toMatch(/location: (\/[/\\]|https?:)/);
    }
  });
});

test('a secret address is told to nobody, whatever is answered there', async () => {
  const { get } = await start({
    isSecret: (path) => path.startsWith('/secret/'),
    handler: async (request) => {
      if (request.url?.includes('broken')) throw new Error('broken');
    },
  });
  const policyOf = async (path: string, init: RequestInit = {}) =>
    (await get(path, init)).headers.get('referrer-policy');

  for (const path of ['/secret/x/', '/secret/x', '/secret/broken/', '/secret/%FF', '/SECRET/x/'])
    expect(await policyOf(path), path).toBe('no-referrer');
  expect(await policyOf('/secret/x/', { method: 'DELETE' })).toBe('no-referrer');
  expect(await policyOf('/')).toBe('same-origin');
});

test('a proxy that nobody named is told to the page that reports health, and by no client', async () => {
  const seen: unknown[] = [];
  const { get, log } = await start({
    handler: async (request, response) => {
      seen.push(request.headers['x-proxy-troubles']);
      response.end('found');
    },
  });
  await get('/health', { headers: { 'x-proxy-troubles': 'yes' } });
  await get('/health', { headers: { 'x-forwarded-for': '192.0.2.1' } });
  await get('/health');

  expect(seen).toEqual([undefined, 'proxy-not-trusted', 'proxy-not-trusted']);
  expect(log().match(/proxy\.not-trusted/g)).toHaveLength(1);
});

describe('what monitors may see', () => {
  const token = 'a token of enough letters';
  const ask = async (headers: Record<string, string>, monitorToken: string | undefined = token) => {
    const seen: unknown[] = [];
    const { get } = await start({
      monitorToken: monitorToken.replaceAll(' ', '-'),
      handler: async (request, response) => {
        seen.push(request.headers['x-sees-details'], request.headers['x-answer-counts']);
        response.end('found');
      },
    });
    await get('/', { headers: { via: '1.1 proxy' } });
    seen.splice(0);
    await get('/metrics', { headers: { via: '1.1 proxy', ...headers } });
    running.close();
    return seen;
  };

  test('is seen by who shows the token, with how many were answered', async () => {
    const authorization = `Bearer ${token.replaceAll(' ', '-')}`;

    expect(await ask({ authorization })).toEqual(['yes', '2xx=1,3xx=0,4xx=0,5xx=0']);
  });

  test.each<[string, Record<string, string>]>([
    ['shows none', {}],
    ['says that it may', { 'x-sees-details': 'yes', 'x-answer-counts': '2xx=9' }],
    ['shows another', { authorization: 'Bearer a-token-of-enough-letterz' }],
    ['shows a part', { authorization: 'Bearer a-token' }],
    ['shows nothing at all', { authorization: 'Bearer' }],
    ['shows it as a password', { authorization: 'Basic a-token-of-enough-letters' }],
  ])('is not seen by who %s', async (_what, headers) => {
    expect(await ask(headers)).toEqual([undefined, undefined]);
  });
});

test.each([
  ['without a host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  [
    'of another site',
    'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    400,
  ],
  ['that is not HTTP', 'nonsense\r\n\r\n', 400],
  [
    'with an address of 20 kB',
    `GET /?q=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    414,
  ],
  ['with 40 kB of headers', `GET / HTTP/1.1\r\nHost: x\r\nx-a: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ['with 200 kB of headers', `GET /?q=${'x'.repeat(200_000)} HTTP/1.1\r\n\r\n`, 431],
  [
    'that expects what we lack',
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: a\r\n\r\n',
    417,
  ],
])('a request %s is refused with a page and all headers', async (_what, text, status) => {
  const { port } = await start();

  const reply = await sendRaw(port, text);

  expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(reply).toMatch(/content-security-policy: frame-ancestors 'none'/);
  expect(reply).toContain('<a href="/">');
});

test('a body over 64 kB is refused by its declared length and by what arrives', async () => {
  const { port } = await start();
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  const head = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';

  const declared = await sendRaw(port, `${head}Content-Length: 65537\r\n\r\n`);
  const counted = await sendRaw(
    port,
    `${head}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`,
  );

  expect(declared).toMatch(/^HTTP\/1.1 413/);
  expect(counted).toMatch(/^HTTP\/1.1 413/);
});

test('a client too slow to finish its request is cut off', async () => {
  const { port } = await start({ requestTimeoutMs: 200 });

  const reply = await sendRaw(port, 'GET / HTTP/1.1\r\nHost: x\r\n');

  expect(reply).toMatch(/^HTTP\/1.1 408/);
});

test('a client that goes away in the middle of its body is not logged as a fault', async () => {
  const { get, port, log } = await start({ acceptsPost: () => true });
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nhalf',
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();

  expect((await get('/')).status).toBe(404);
  expect(log()).toBe('');
});

test('a monitor that speaks HTTP/1.0 is answered', async () => {
  const { port } = await start();

  expect(await sendRaw(port, 'GET /health HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 404/);
});
