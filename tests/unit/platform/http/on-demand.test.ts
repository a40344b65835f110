import { afterEach, expect, test } from 'vitest';
import { parseConfig } from '../../../../src/platform/config.ts';
import type { AstroHandler } from '../../../../src/platform/http/on-demand.ts';
import { aForm, aServer } from '../../../support/site/a-server.ts';

let running: Awaited<ReturnType<typeof aServer>>;
const start = async (options: Parameters<typeof aServer>[0] = {}) => {
  running = await aServer(options);
  return running;
};
afterEach(() => running.close());

const handler: AstroHandler = async (request, response, next) => {
  const url = new URL(request.url ?? '', 'http://x');
  if (url.pathname === '/search/') {
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b' });
    response.write('<p>');
    response.end(`${'found '.repeat(300)}</p>`);
  } else if (url.pathname === '/api/search/') {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'private' });
    response.end(JSON.stringify(request.headers));
  } else if (url.pathname === '/refer/') {
    response.end(`got ${(request as unknown as { body: Buffer }).body}`);
  } else if (url.pathname === '/broken/') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('half of');
    throw new Error('The page broke');
  } else if (url.pathname === '/page-9999/') {
    response.writeHead(404, { 'content-type': 'text/html' });
    response.end('There are two pages');
  } else next();
};

test('are compressed, kept by nobody and set no cookie', async () => {
  const { get } = await start({ handler });

  const page = await get('/search/?q=x');

  expect(await page.text()).toContain('found found');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('set-cookie')).toBeNull();
});

test.each([
  ['gzip, deflate, br, zstd', 'gzip'],
  ['br', 'br'],
  ['gzip;q=0, br', 'br'],
  ['identity', null],
])('to who accepts %s go as %s', async (accepted, encoding) => {
  const { get } = await start({ handler });

  const page = await get('/search/', { headers: { 'accept-encoding': accepted } });

  expect(page.headers.get('content-encoding')).toBe(encoding);
  expect(await page.text()).toContain('found found');
});

test('may say for themselves how long they keep', async () => {
  const { get } = await start({ handler });

  expect((await get('/api/search')).headers.get('cache-control')).toBe('private');
});

test('are found without their slash: a page by redirect, an endpoint as it is', async () => {
  const { get } = await start({ handler });

  expect((await get('/search?q=x')).headers.get('location')).toBe('/search/?q=x');
  expect((await get('/api/search?q=x')).status).toBe(200);
});

test('get a form where they take one, and only there', async () => {
  const { get, port } = await start({ handler, acceptsPost: (path) => path === '/refer/' });
  const form = aForm(port, 'x=1');

  expect(await (await get('/refer/', form)).text()).toBe('got x=1');
  expect((await get('/refer', form)).headers.get('location')).toBe('/refer/');
  expect((await get('/search/', form)).status).toBe(405);
});

test('a page that breaks half-way is an error page, and the log says which fault', async () => {
  const { get, log } = await start({ handler });

  const page = await get('/broken/?q=canary');

  expect(page.status).toBe(500);
  expect(await page.text()).not.toContain('half of');
  expect(log()).toContain('The page broke');
  expect(log()).not.toContain('canary');
});

test('say in their own words what is missing', async () => {
  const { get } = await start({ handler });

  const page = await get('/page-9999/');

  expect([page.status, await page.text()]).toEqual([404, 'There are two pages']);
  expect((await get('/page-9999')).status).toBe(404);
});

test('may send the visitor elsewhere', async () => {
  const { get } = await start({
    handler: async (_request, response) => {
      response.writeHead(303, { location: '/refer/status/x/' });
      response.end();
    },
  });

  const answer = await get('/refer/');

  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/refer/status/x/']);
});

test('a fault shows the page that was built for it', async () => {
  const { get } = await start({ handler, files: { '500.html': 'Sorry' } });

  expect(await (await get('/broken/')).text()).toBe('Sorry');
});

test('learn the client from the proxy we trust, and nothing from the client itself', async () => {
  const claims = {
    'x-forwarded-for': '6.6.6.6, 203.0.113.9',
    'x-client-address': '6.6.6.6',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  };
  const direct = await start({ handler });
  const seenDirect = await (await direct.get('/api/search', { headers: claims })).json();
  direct.close();
  const { trustedProxies } = parseConfig({ TRUSTED_PROXIES: '127.0.0.1' });
  const proxied = await start({ handler, trustedProxies });
  const seenProxied = await (await proxied.get('/api/search', { headers: claims })).json();

  expect(seenDirect).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-client-address': '127.0.0.1',
  });
  expect(seenDirect).not.toHaveProperty('x-forwarded-host');
  expect(seenDirect).not.toHaveProperty('x-forwarded-proto');
  expect(seenProxied).toMatchObject({
    'x-forwarded-for': '203.0.113.9',
    'x-client-address': '203.0.113.9',
    'x-forwarded-proto': 'https',
  });
});
