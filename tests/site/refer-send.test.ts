/**
 * Covers src/components/progress/sent-before.ts, src/referral/create-referrals.ts, src/referral/form/form-facts.ts, src/referral/referrals.ts,
 * src/wiring/referral-store.ts.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aReferralForm, readFields } from '../support/referral/a-referral-form.ts';
import { aReferralSite } from '../support/site/a-referral-site.ts';
import { toText } from '../support/site/built-pages.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let site: Awaited<ReturnType<typeof aReferralSite>>;
beforeAll(async () => {
  site = await aReferralSite();
});
afterAll(() => site.stop());

describe('sending', () => {
  test.each([
    ['/refer/', '/refer/status/'],
    ['/bn/refer/', '/bn/refer/status/'],
    ['/so/refer/', '/so/refer/status/'],
  ])('from %s leads to %s, with nothing of a person in the address', async (path, status) => {
    const answer = await site.post(aSend(), { path });
    const location = answer.headers.get('location') ?? '';

    expect(answer.status).toBe(303);
    expect(location).toMatch(new RegExp(`^${status}[\\w-]{22}/$`));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await site.get(location)).status).toBe(200);
  });

  test('leads to a page that is asked for again without a script, and is kept by nobody', async () => {
    const sent = await site.post(aSend({ withoutScript: 'yes' }));
    const answer = await site.get(sent.headers.get('location') ?? '');

    expect(sent.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toMatch(
      /<head>.*<noscript>\s*<meta http-equiv="refresh" content="\d+">\s*<\/noscript>.*<\/head>/s,
    );
  });

  test('the same form 50 times at once is one referral with one answer', async () => {
    const before = countReferrals();
    const formToken = site.token();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => site.post(aSend({ formToken }))),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(countReferrals()).toBe(before + 1);
  });

  test('a form again with other answers leads to the first', async () => {
    const formToken = site.token();
    const first = await site.post(aSend({ formToken }));
    const second = await site.post(aSend({ formToken, fullName: 'Test Person Two' }));

    const location = first.headers.get('location') ?? '';
    expect(second.headers.get('location')).toBe(`${location}?form=sent-before`);
    expect(second.headers.get('cache-control')).toBe('no-store');
    const page = await (await site.get(second.headers.get('location') ?? '')).text();
    expect(toText(page)).toContain('What you changed since then has not been sent.');
    expect(page).toContain('<a href="/refer/">');
    expect(await (await site.get(location)).text()).not.toContain('sent-before');
  });

  test('a form that is come back to after it was sent says that changes go nowhere', async () => {
    const formToken = site.token();
    const first = await site.post(aSend({ formToken }));
    const again = await site.post(aSend({ formToken, step: 'check', phone: '07700 900123' }), {
      path: '/bn/refer/',
    });

    expect(again.headers.get('location')).toBe(
      `/bn${first.headers.get('location')}?form=sent-before`,
    );
    const page = await (await site.get(again.headers.get('location') ?? '')).text();
    expect(page).toContain('এরপর আপনি যা বদলেছেন তা পাঠানো হয়নি');
    expect(page).not.toContain('900123');
  });

  test('leads to an address that no browser tells, and no cache keeps, with or without its slash', async () => {
    const sent = await site.post(aSend());
    const path = sent.headers.get('location') ?? '';

    for (const [address, status] of [
      [path, 200],
      [path.slice(0, -1), 308],
      [`${path.slice(0, -1)}).`, 308],
      [path.replace('/status/', '/received/'), 404],
      [`${path.slice(0, -1)}%ff`, 308],
      [`${path}%ff`, 400],
    ] as const) {
      const answer = await site.get(address);
      expect([address, answer.status]).toEqual([address, status]);
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect((await site.get('/refer/')).headers.get('referrer-policy')).toBe('same-origin');
  });

  test.each([
    [
      'null, where the browser says that a page of ours sent it',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    ],
    ['missing, behind a proxy that left the Referer', { origin: '', referer: 'ours' }],
  ])('is taken where its Origin is %s', async (_how, headers: Record<string, string>) => {
    const referer = headers.referer && `${site.origin}/refer/`;
    const answer = await site.post(aSend(), {
      headers: { ...headers, ...(referer ? { referer, origin: 'null' } : {}) },
    });

    expect(answer.headers.get('location')).toMatch(/^\/refer\/status\//);
  });

  test('is refused without a token of ours, wherever its Origin went', async () => {
    const answer = await site.post(aSend({ formToken: 'made.up' }), {
      headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
    });

    expect(answer.status).toBe(422);
  });

  test('sooner than anyone could fill it in is held, and then taken', async () => {
    const startedAt = performance.now();
    const answer = await site.post(aSend({ formToken: site.token(2000) }));

    expect(answer.status).toBe(303);
    expect(performance.now() - startedAt).toBeGreaterThan(900);
  });
});

describe('what is not taken comes back with every answer', () => {
  test.each([
    ['a mistake', { phone: '1' }, 'There is a problem'],
    ['a page of yesterday', { formToken: () => site.token(DAY_MS + 1000) }, 'open for too long'],
    ['a token that is none', { formToken: 'x' }, 'open for too long'],
    ['a box that only programs fill in', { leaveEmpty: 'x' }, 'could not be sure that a person'],
  ])('%s: 422', async (_what, changes, words) => {
    const before = countReferrals();
    const { formToken, ...others } = changes as Record<string, string | (() => string)>;
    const token = typeof formToken === 'function' ? formToken() : (formToken ?? site.token());
    const form = aSend({ ...(others as Record<string, string>), formToken: token });
    const answer = await site.post(form);

    await expectKept(answer, 422, words);
    expect(countReferrals()).toBe(before);
  });

  test('and can be sent again with the token that it comes back with', async () => {
    const late = await site.post(aSend({ formToken: site.token(DAY_MS + 1000) }));
    const { formToken = [] } = readFields(await late.text());
    const answer = await site.post(aSend({ formToken }));

    expect(answer.status).toBe(303);
  });

  test('too many from one address: 429, and when to come again', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    for (let sent = 0; sent < 30; sent++) {
      expect((await site.post(aSend(), { headers })).status).toBe(303);
    }
    const answer = await site.post(aSend(), { headers });

    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
    await expectKept(answer, 429, 'Wait 2 minutes');
    expect((await site.post(aSend())).status).toBe(303);
  });

  test('a store that is held by others: 503, not saved, and a number to ring', async () => {
    const other = new DatabaseSync(join(site.dataDir, 'referrals.sqlite'), { timeout: 5000 });
    other.exec('BEGIN IMMEDIATE');
    const formToken = site.token();
    const answer = await site.post(aSend({ formToken }));
    other.exec('ROLLBACK');
    other.close();

    await expectKept(answer, 503, 'We did not save your request');
    expect((await site.post(aSend({ formToken }))).status).toBe(303);
  });
});

describe('what cannot be read is refused', () => {
  test.each([
    ['/refer/', 'That was too much to send'],
    ['/bn/refer/', 'আপনি যা পাঠিয়েছেন তা খুব বড়'],
    ['/so/refer/', 'Waxa aad dirtay aad bay u badan yihiin'],
  ])('more than 128 kB at %s: 413, in its language, with a number', async (path, words) => {
    const answer = await site.post(aSend({ summary: 'x'.repeat(131_072) }), { path });
    const text = toText(await answer.text());

    expect(answer.status).toBe(413);
    expect(text).toContain(words);
    expect(text).toContain('0300 303 6070');
    expect(text).not.toContain('xxx');
  });

  test('from another site: 403', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await site.post(aSend(), { headers });

    expect(answer.status).toBe(403);
    expect(toText(await answer.text())).toContain('This form did not come from our page');
  });

  test('in another form: 415', async () => {
    const headers = { 'content-type': 'text/plain' };

    expect((await site.post(aSend(), { headers })).status).toBe(415);
  });

  test('by another method, or where no form is: 405', async () => {
    const put = await site.get('/refer/', { method: 'PUT', body: 'x' });

    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect((await site.post(aSend(), { path: '/search/' })).status).toBe(405);
  });

  test('without its slash a form is sent on, not read', async () => {
    const answer = await site.post(aSend(), { path: '/refer' });

    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/refer/']);
  });
});

test('nothing of what was typed is in the log', () => {
  expect(site.log()).not.toMatch(/Test Person|7946|meet people/);
});

function aSend(changes: Parameters<typeof aReferralForm>[0] = {}) {
  return aReferralForm({ formToken: site.token(), step: 'send', ...changes });
}

async function expectKept(answer: Response, status: number, words: string) {
  const html = await answer.text();
  // The practice's own number: its reception knows the social prescriber.
  if (status > 422) expect(html).toContain('href="tel:+442074569820"');
  expect(answer.status).toBe(status);
  expect(toText(html)).toContain(words);
  expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toMatch(/^Error: /);
  expect(readFields(html)).toMatchObject({
    fullName: ['Test Person One'],
    needs: ['food', 'loneliness'],
    dobYear: ['1980'],
    summary: ['I would like to meet people near me.'],
  });
}

function countReferrals(): number {
  const database = new DatabaseSync(join(site.dataDir, 'referrals.sqlite'), { readOnly: true });
  const row = database.prepare('SELECT count(*) AS n FROM referral').get();
  database.close();
  return Number(row?.n);
}
