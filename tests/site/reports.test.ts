/**
 * Covers src/components/report/field-words.ts, src/reports/report-mark.ts, src/wiring/reports.ts.
 */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDay } from '../../src/i18n/dates.ts';
import { toLondon } from '../../src/i18n/london.ts';
import { createReferralStore } from '../../src/referral/store/store.ts';
import { directory } from '../../src/wiring.ts';
import { aStore } from '../support/referral/a-store.ts';
import { aReportForm, aReportToken } from '../support/reports/a-report-form.ts';
import { aReferralSite } from '../support/site/a-referral-site.ts';
import { toText } from '../support/site/built-pages.ts';

const WORDS = 'canary-words-4c1d rings out';
const SHOWN_WITHIN_MS = 5000;
const openListings = directory.listings.filter(({ status }) => status === 'open');
const [reported, other, third] = openListings.map(({ slug }) => slug) as [string, string, string];

let site: Awaited<ReturnType<typeof aReferralSite>>;
beforeAll(async () => {
  site = await aReferralSite({ EDITORS_MAILBOX: 'editors@directory.example' });
});
afterAll(() => site.stop());

const report = (slug: string, fields = aReportForm(), lang = '') =>
  site.post(fields, { path: `${lang}/report/?listing=${slug}` });

/** The page as soon as it has what is looked for; as it is after five seconds, if it has not. */
async function pageWith(path: string, wanted: (html: string) => boolean) {
  const until = performance.now() + SHOWN_WITHIN_MS;
  for (;;) {
    const html = await (await site.get(path)).text();
    if (wanted(html) || performance.now() > until) return html;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const isReported = (html: string) => html.includes('data-reported');

describe('a report about a listing', () => {
  test('is on its page within five seconds, in each language, without a word that was typed', async () => {
    const built = await site.get(`/organisations/${reported}/`);
    expect(isReported(await built.text())).toBe(false);
    const answer = await report(reported, aReportForm({ facts: ['phone', 'hours'], words: WORDS }));

    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/report/?listing=${reported}&received=yes`,
    ]);
    const html = await pageWith(`/organisations/${reported}/`, isReported);
    const day = formatDay(toLondon(new Date()).date, 'en');
    expect(toText(html)).toContain(
      `Someone told us on ${day} that this may be wrong: the phone number, the days or times.`,
    );
    expect(toText(await pageWith(`/bn/organisations/${reported}/`, isReported))).toContain(
      'ফোন নম্বর',
    );
    expect(toText(await pageWith(`/so/organisations/${reported}/`, isReported))).toContain(
      'telefoonka',
    );
    expect(html).not.toContain('canary');
    const noted = await site.get(`/organisations/${reported}/`);
    expect(noted.headers.get('etag')).not.toBe(built.headers.get('etag'));
  });

  test('is asked about by its tag like any page, and is compressed for who takes that', async () => {
    await report(reported);
    await pageWith(`/organisations/${reported}/`, isReported);
    const path = `/organisations/${reported}/`;
    const first = await site.get(path, { headers: { 'accept-encoding': 'br' } });
    const etag = first.headers.get('etag') ?? '';

    expect(first.headers.get('content-encoding')).toBe('br');
    expect(isReported(await first.text())).toBe(true);
    expect((await site.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('leaves all other pages as they were built', async () => {
    const before = await site.get(`/organisations/${other}/`);
    await report(reported);
    await pageWith(`/organisations/${reported}/`, isReported);
    const after = await site.get(`/organisations/${other}/`);

    expect(await after.text()).toBe(await before.text());
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
    expect(before.headers.get('content-encoding')).toBe(after.headers.get('content-encoding'));
  });

  test('sent twenty times at once is one report, and tells each the same', async () => {
    const before = countReports();
    const form = aReportForm();
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(third, form)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(countReports()).toBe(before + 1);
  });

  test('that another server took is shown as well, and goes when an editor clears it', async () => {
    const opened = await aStore({ dataDir: site.dataDir, migrated: true });
    const store = createReferralStore(opened.database);
    const row = {
      id: 'elsewhere',
      reference: 'RP-AAAA-AAAA',
      formToken: 'elsewhere',
      kind: 'listing',
      listing: other,
      facts: 'closed',
      locale: 'en',
      receivedAt: Date.now(),
      payload: null,
      wrappedKey: null,
    } as const;
    await store.insertReport({ ...row, clearedAt: null, shreddedAt: null }, []);
    const shown = await pageWith(`/organisations/${other}/`, isReported);
    const audit = { action: 'clear-report', reason: 'asked them', operator: 'test' };
    await store.clearReport({ reference: row.reference, at: Date.now(), audit });
    const cleared = await pageWith(`/organisations/${other}/`, (html) => !isReported(html));
    await store.close();

    expect(toText(shown)).toContain('that this may have closed.');
    expect(isReported(cleared)).toBe(false);
  });

  test('goes to the editors as a letter, and what was typed is in no log and no plain byte', async () => {
    await report(reported, aReportForm({ facts: 'cost', words: WORDS }));
    const row = readRows<{ facts: string; payload: Uint8Array }>(
      "select facts, payload from report where facts = 'cost'",
    )[0];

    expect(Buffer.from(row?.payload ?? []).includes('canary')).toBe(false);
    expect(site.log()).not.toContain('canary');
    const letters = readRows<{ kind: string; state: string }>(
      "select kind, state from letter where kind = 'report'",
    );
    expect(letters.length).toBeGreaterThan(0);
  });
});

describe('the three forms', () => {
  test.each([
    [`/report/?listing=${reported}`, {}, 'Tick what is wrong'],
    ['/suggest/', { placeName: 'Made-up Club' }, 'Write in a few words what it does'],
    ['/feedback/', { words: ' ' }, 'Write what you would like to tell us'],
  ])('%s says what is missing, and keeps what was typed', async (path, fields, words) => {
    const answer = await site.post(aReportForm(fields), { path });
    const html = await answer.text();

    expect(answer.status).toBe(422);
    expect(toText(html)).toContain(words);
    expect(html).toContain('id="error-summary"');
    for (const value of Object.values(fields)) expect(html).toContain(value);
  });

  test.each([
    ['/suggest/', { placeName: 'Made-up Club', placeDoes: 'Chess', placeReach: 'Made-up Lane' }],
    ['/bn/suggest/', { placeName: 'Made-up Club', placeDoes: 'Chess', placeReach: 'Made-up Lane' }],
    ['/so/feedback/', { words: 'It works' }],
  ])('%s is taken, and its page says so without a promise', async (path, fields) => {
    const answer = await site.post(aReportForm(fields), { path });
    const location = answer.headers.get('location') ?? '';

    expect([answer.status, location]).toEqual([303, `${path}?received=yes`]);
    expect((await site.get(location)).status).toBe(200);
  });

  test('a form of another page, or one that is too old, is not taken', async () => {
    const foreign = await site.post(aReportForm({ words: 'Hello', formToken: site.token() }), {
      path: '/feedback/',
    });
    const old = aReportForm({ words: 'Hello', formToken: aReportToken(25 * 60 * 60 * 1000) });
    const answer = await site.post(old, { path: '/feedback/' });

    expect([foreign.status, answer.status]).toEqual([422, 422]);
    expect(await answer.text()).toMatch(/open for too long.*Hello/s);
  });

  test('a form from another site is refused', async () => {
    const answer = await site.post(aReportForm({ words: 'Hello' }), {
      path: '/feedback/',
      headers: { origin: 'https://elsewhere.example' },
    });

    expect(answer.status).toBe(403);
  });

  test('one that is far too large is refused in its own words', async () => {
    const words = 'x'.repeat(200_000);
    for (const path of ['/feedback/', `/report/?listing=${reported}`]) {
      const answer = await site.post(aReportForm({ words }), { path });

      expect(answer.status).toBe(413);
      expect(toText(await answer.text())).toContain('That was too much to send');
    }
  });

  test('one address is stopped in time, and told when it may go on', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' };
    const statuses: number[] = [];
    for (let sent = 0; sent < 21; sent += 1) {
      const path = `/report/?listing=${openListings[sent + 5]?.slug}`;
      statuses.push((await site.post(aReportForm(), { path, headers })).status);
    }
    const answer = await site.post(aReportForm(), {
      path: `/report/?listing=${reported}`,
      headers,
    });

    expect(statuses.filter((status) => status === 303)).toHaveLength(20);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(toText(await answer.text())).toContain('That was enough for now');
  });

  test.each(['/report/', '/report/?listing=no-such-place', '/so/report/?listing='])(
    '%s, about no listing of ours, leads on',
    async (path) => {
      const answer = await site.get(path);

      expect(answer.status).toBe(404);
      expect(await answer.text()).toMatch(/href="(\/so)?\/organisations\/"/);
    },
  );
});

test('nobody outside can ask what the server asks itself', async () => {
  const answer = await site.get('/page-notes.json', { headers: { 'x-page-notes': 'yes' } });

  expect(answer.status).toBe(404);
});

function countReports(): number {
  return readRows<{ count: number }>('select count(*) as count from report')[0]?.count ?? 0;
}

function readRows<Row>(query: string): Row[] {
  const database = new DatabaseSync(join(site.dataDir, 'referrals.sqlite'), { readOnly: true });
  try {
    return database.prepare(query).all() as Row[];
  } finally {
    database.close();
  }
}
