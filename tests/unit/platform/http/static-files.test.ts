/** Covers src/platform/http/answer.ts, src/platform/http/problem-page.ts. */
import { afterEach, expect, test } from 'vitest';
import { aServer, sendRaw } from '../../../support/site/a-server.ts';

let running: Awaited<ReturnType<typeof aServer>>;
const start = async (options: Parameters<typeof aServer>[0] = {}) => {
  running = await aServer(options);
  return running;
};
afterEach(() => running.close());

const files = {
  'index.html': '<p>Home</p>',
  'needs/food/index.html': '<p>Food</p>',
  'needs/food/index.html.br': 'as brotli',
  '404.html': '<p>No such page</p>',
  '_astro/site.abc.css': 'p{}',
  'secret.key': 'x',
  '.env': 'x',
};

test('a page is asked about each time, and sent again only when it has changed', async () => {
  const { get } = await start({ files });
  const first = await get('/');
  const etag = first.headers.get('etag') ?? '';

  const again = await get('/', { headers: { 'if-none-match': `"other", ${etag}` } });

  expect(await first.text()).toBe('<p>Home</p>');
  expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('no-cache');
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(etag);
});

test('the compressed copy is sent to who can read it', async () => {
  const { port } = await start({ files });

  const reply = await sendRaw(
    port,
    'GET /needs/food/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: br\r\n\r\n',
  );

  expect(reply).toMatch(/content-encoding: br/i);
  expect(reply).toContain('as brotli');
});

test('files whose name carries a hash may be kept for a year', async () => {
  const { get } = await start({ files });

  const css = await get('/_astro/site.abc.css');

  expect(css.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('an address without its slash is redirected to the page, with its query', async () => {
  const { get } = await start({ files });

  const redirect = await get('/needs/food?a=b');

  expect(redirect.status).toBe(308);
  expect(redirect.headers.get('location')).toBe('/needs/food/?a=b');
});

test('an unknown address gets the page for it', async () => {
  const { get } = await start({ files });

  const page = await get('/needs/nothing');

  expect([page.status, await page.text()]).toEqual([404, '<p>No such page</p>']);
  expect(page.headers.get('cache-control')).toBe('no-store');
});

test.each([
  '/index.html',
  '/404.html',
  '/needs/food/index.html.br',
  '/.env',
  '/secret.key',
  '/needs/',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/needs/..%5c..%5csecret.json',
  '/_image?href=/x.png',
])('%s is not an address', async (path) => {
  const { get } = await start({ files });

  expect((await get(path)).status).toBe(404);
});

test('an address that would lead to another site is not redirected', async () => {
  const { port } = await start({ files: { ...files, 'evil.example/index.html': '' } });

  for (const path of ['//evil.example', '/\\evil.example', '//evil.example/%2e%2e']) {
    const reply = await sendRaw(
      port,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect(reply).toMatch(/^HTTP\/1.1 404/);
  }
});

test('only GET and HEAD can be asked of a page', async () => {
  const { get } = await start({ files });

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const refusal = await get('/', { method });
    expect([method, refusal.status, refusal.headers.get('allow')]).toEqual([
      method,
      405,
      'GET, HEAD',
    ]);
  }
  const head = await get('/', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(head.headers.get('content-length')).toBe('11');
});

test('a site reached by https tells browsers to stay with https, another does not', async () => {
  const secure = await start({ files, https: true });
  expect((await secure.get('/')).headers.get('strict-transport-security')).toContain('max-age=');
  secure.close();
  const plain = await start({ files });
  expect((await plain.get('/')).headers.get('strict-transport-security')).toBeNull();
});
