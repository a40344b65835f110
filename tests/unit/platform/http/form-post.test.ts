import { afterEach, describe, expect, test } from 'vitest';
import type { AstroHandler } from '../../../../src/platform/http/on-demand.ts';
import { aForm, aServer } from '../../../support/site/a-server.ts';

const seen: Record<string, unknown>[] = [];
/** A page that shows its form, and says what it got. */
const handler: AstroHandler = async (request, response) => {
  const tooLarge = request.headers['x-form-too-large'] === 'yes';
  seen.push({ method: request.method, tooLarge });
  const { body } = request as unknown as { body: Buffer };
  response.writeHead(tooLarge ? 413 : 200, { 'content-type': 'text/html' });
  response.end(tooLarge ? 'our own words' : `got ${body.length}`);
};

let running: Awaited<ReturnType<typeof aServer>>;
const start = async () => {
  seen.length = 0;
  running = await aServer({
    handler,
    acceptsPost: (path) => path === '/refer/' || path === '/secret/x/',
    isSecret: (path) => path.startsWith('/secret/'),
    siteOrigin: 'https://site.example',
  });
  return running;
};
afterEach(() => running.close());

describe('a form is taken', () => {
  test.each([
    ['from the host that was asked', {}],
    ['from the address of the site, behind a proxy', { origin: 'https://site.example' }],
    ['with what browsers add', { 'sec-fetch-site': 'same-origin' }],
    [
      'from a page that keeps its address to itself',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    ],
    ['with a charset', { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }],
  ])('%s', async (_how, headers: Record<string, string>) => {
    const { get, port } = await start();

    expect((await get('/refer/', aForm(port, 'x=1', headers))).status).toBe(200);
  });
});

describe('a form whose Origin was taken out', () => {
  const post = async (path: string, own: (origin: string) => Record<string, string>) => {
    const { get, port } = await start();
    const { origin, ...headers } = aForm(port, '').headers;
    const init = { method: 'POST', body: 'x=1', headers: { ...headers, ...own(origin ?? '') } };
    return (await get(path, init)).status;
  };

  test.each([
    ['the browser says that it is ours', () => ({ 'sec-fetch-site': 'same-origin' })],
    ['it came from a page of ours', (origin: string) => ({ referer: `${origin}/refer/` })],
    ['it came from the public address', () => ({ referer: 'https://site.example/refer/' })],
    [
      'it is "null", and came from a page of ours',
      (origin: string) => ({ origin: 'null', referer: `${origin}/refer/` }),
    ],
  ])('is taken where %s', async (_how, own: (origin: string) => Record<string, string>) => {
    expect(await post('/refer/', own)).toBe(200);
  });

  test.each([
    ['nothing tells whence it came', {}],
    ['it came from another site', { referer: 'https://evil.example/refer/' }],
    [
      'it came from a name that begins like ours',
      { referer: 'https://site.example.evil.example/' },
    ],
    ['the browser says that another site sent it', { 'sec-fetch-site': 'cross-site' }],
    [
      'a page of ours is named, and the browser knows better',
      { 'sec-fetch-site': 'cross-site', referer: 'https://site.example/' },
    ],
    ['the header says both', { 'sec-fetch-site': 'same-origin, cross-site' }],
    ['the Referer is nonsense', { referer: '%' }],
  ])('is refused where %s', async (_how, own: Record<string, string>) => {
    expect(await post('/refer/', () => own)).toBe(403);
    expect(seen).toEqual([]);
  });

  test('is taken at an address that is a secret itself, unless another site sent it', async () => {
    expect(await post('/secret/x/', () => ({ origin: 'null' }))).toBe(200);
    expect(await post('/secret/x/', () => ({}))).toBe(200);
    expect(await post('/secret/x/', () => ({ 'sec-fetch-site': 'cross-site' }))).toBe(403);
    expect(await post('/secret/x/', () => ({ referer: 'https://evil.example/' }))).toBe(403);
    expect(await post('/secret/x/', () => ({ origin: 'https://evil.example' }))).toBe(403);
  });
});

describe('a form is refused unread', () => {
  test.each([
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['from a page that hides its origin', { origin: 'null' }, 403],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
    ['that another site sent on', { 'sec-fetch-site': 'cross-site' }, 403],
    ['in another encoding', { 'content-type': 'application/json' }, 415],
    ['with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['without saying what it is', { 'content-type': '' }, 415],
  ])('%s', async (_how, headers: Record<string, string>, status) => {
    const { get, port } = await start();

    const answer = await get('/refer/', aForm(port, 'x=1', headers));

    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('<a href="/">');
    expect(seen).toEqual([]);
  });

  test('without an origin', async () => {
    const { get, port } = await start();
    const { origin: _origin, ...headers } = aForm(port, '').headers;

    expect((await get('/refer/', { method: 'POST', body: 'x=1', headers })).status).toBe(403);
  });
});

describe('a form of 128 kB', () => {
  test('is taken, and one byte more is not', async () => {
    const { get, port } = await start();

    const full = await get('/refer/', aForm(port, 'x'.repeat(131_072)));
    const over = await get('/refer/', aForm(port, 'x'.repeat(131_073)));

    expect(await full.text()).toBe('got 131072');
    expect(over.status).toBe(413);
  });

  test('and more is answered by the page, which gets nothing of it', async () => {
    const { get, port } = await start();

    const answer = await get('/refer/', aForm(port, 'x'.repeat(140_000)));

    expect(await answer.text()).toBe('our own words');
    expect(seen).toEqual([{ method: 'GET', tooLarge: true }]);
  });

  test('is not called too large because a client says so', async () => {
    const { get } = await start();

    const answer = await get('/refer/', { headers: { 'x-form-too-large': 'yes' } });

    expect(answer.status).toBe(200);
  });
});
