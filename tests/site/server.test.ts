/** Covers src/platform/http/security-headers.ts. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendRaw } from '../support/site/a-server.ts';
import { clientFolder } from '../support/site/build-folder.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

let site: Awaited<ReturnType<typeof startBuiltSite>>;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

const name = readdirSync(`${clientFolder}/_astro`).find((file) => file.endsWith('.css'));
const stylesheet = `/_astro/${name}`;

describe('every kind of answer', () => {
  const kinds: [string, number, string, RequestInit?][] = [
    ['a built page', 200, '/'],
    ['a page in Bengali', 200, '/bn/'],
    ['a page that has not changed', 304, '/'],
    ['a stylesheet', 200, stylesheet],
    ['an on-demand page', 200, '/search/?q=lonely'],
    ['a JSON answer', 200, '/api/search?q=lonely'],
    ['the health report', 200, '/health'],
    ['a redirect', 308, '/needs/food'],
    ['a redirect to a page on demand', 308, '/search'],
    ['an unknown address', 404, '/no/such/page/'],
    ['the image converter', 404, '/_image?href=/favicon.svg&w=3000&f=avif'],
    ['a damaged address', 400, '/needs/%E0%A4%A/'],
    ['a method we do not take', 405, '/', { method: 'DELETE' }],
    ['a body too large', 413, '/', { method: 'POST', body: 'x'.repeat(70_000) }],
    ['an address too long', 414, `/search/?q=${'x'.repeat(20_000)}`],
  ];

  test.each(kinds)(
    '%s (%i) carries all headers and no cookie',
    async (_kind, status, path, init) => {
      const held = (await site.get(path)).headers.get('etag') ?? '';

      const answer = await site.get(path, {
        ...init,
        ...(status === 304 ? { headers: { 'if-none-match': held } } : {}),
      });

      expect(answer.status).toBe(status);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()'),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringMatching(
          /frame-ancestors 'none'.*base-uri 'none'.*form-action/,
        ),
      });
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('x-powered-by')).toBeNull();
    },
  );

  test.each(kinds.filter(([, status]) => status >= 400))(
    '%s (%i) is a page with a way on, and shows nothing of our insides',
    async (_kind, _status, path, init) => {
      const text = await (await site.get(path, init)).text();

      expect(text).toMatch(/^<!doctype html>/i);
      expect(text).toMatch(/<a [^>]*href="\/"/);
      expect(text).not.toMatch(/node_modules|\.ts:\d|\.mjs:\d|at async/);
    },
  );
});

describe('what a page may load', () => {
  test('is said in a built page by a meta tag, with hashes for scripts', async () => {
    const html = await (await site.get('/')).text();

    expect(html).toMatch(/<meta http-equiv="content-security-policy"[^>]*default-src 'none'/);
    expect(html).not.toContain('unsafe-inline');
  });

  test('is said in a page made on demand by a header', async () => {
    const page = await site.get('/search/?q=x');
    const policy = page.headers.get('content-security-policy');

    expect(page.status).toBe(200);
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toContain('unsafe-');
  });

  test('is nothing for answers that are not pages', async () => {
    for (const path of ['/health', '/search', stylesheet]) {
      const policy = (await site.get(path)).headers.get('content-security-policy');
      expect(policy).toMatch(/^default-src 'none'/);
    }
  });
});

describe('compression and keeping', () => {
  test.each([
    ['br', '/'],
    ['gzip', '/'],
    ['br', '/search/?q=food'],
    ['gzip', '/search/?q=food'],
    ['br', stylesheet],
  ])('%s is used for %s where the browser can', async (encoding, path) => {
    const raw = await sendRaw(
      site.port,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: ${encoding}\r\n\r\n`,
    );
    const plain = await site.get(path, { headers: { 'accept-encoding': 'identity' } });

    expect(raw).toMatch(new RegExp(`content-encoding: ${encoding}`, 'i'));
    expect(raw).toMatch(/vary: accept-encoding/i);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(raw.length).toBeLessThan((await plain.text()).length * 0.7);
  });

  test('pages are asked about each time, hashed files kept a year, searches by nobody else', async () => {
    const rule = async (path: string) => (await site.get(path)).headers.get('cache-control');

    expect(await rule('/')).toBe('no-cache');
    expect(await rule(stylesheet)).toBe('public, max-age=31536000, immutable');
    expect(await rule('/search/?q=x')).toMatch(/private|no-store/);
    expect(await rule('/api/search?q=x')).toMatch(/private|no-store/);
  });

  test('no cache keeps a redirect whose address holds what someone typed', async () => {
    const answer = await site.get('/search?q=lonely');

    expect(answer.status).toBe(308);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

test('an unknown address is answered in all three languages', async () => {
  const text = await (await site.get('/bn/no/such/page/')).text();

  for (const language of ['en', 'bn', 'so']) expect(text).toContain(`lang="${language}"`);
});

test('the health report names the search that answers and what is wrong, and tells of referrals, build and backup on this machine alone', async () => {
  const stranger = await (await site.get('/health', { headers: { via: '1.1 proxy' } })).json();
  const operator = await (await site.get('/health')).json();

  const report = {
    status: 'ok',
    search: {
      engine: 'embedded',
      docs: expect.any(Number),
      indexVersion: expect.any(String),
      degraded: false,
      stale: false,
    },
    referrals: { status: 'ok', troubles: [] },
    proxy: { status: 'ok', troubles: [] },
    pages: { status: 'ok', troubles: [] },
  };
  expect(stranger).toEqual(report);
  const counts = { pending: 0, maybeSent: 0, needsHuman: 0, oldestPendingSeconds: 0 };
  expect(operator).toEqual({
    ...report,
    referrals: { ...report.referrals, ...counts },
    build: expect.objectContaining({ builtAt: expect.any(String), id: expect.any(String) }),
    backupAgeSeconds: 'never',
  });
});

test('nothing that was typed reaches the log, whatever becomes of it', async () => {
  const canary = 'canary7391';
  await site.get(`/search/?q=${canary}&near=${canary}&need=${canary}&page=${canary}`);
  await site.get(`/api/search?q=${canary}&lang=${canary}`);
  await site.get(`/${canary}/`, { headers: { referer: `http://x/${canary}`, cookie: canary } });
  await site.get(`/%E0%A4%A${canary}?q=${canary}`);
  await site.get('/', { method: 'POST', body: canary.repeat(7000) });
  await site.get(`/search/?q=${canary.repeat(2000)}`);
  await sendRaw(site.port, `GET /${canary} nonsense\r\n\r\n`);

  expect(site.log()).not.toContain(canary);
});
