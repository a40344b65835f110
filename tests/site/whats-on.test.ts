import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toText } from '../support/site/built-pages.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

const preload = pathToFileURL(resolve('tests/support/days/moved-clock.mjs')).href;

/** The built site with a clock that begins at this moment. */
function siteAt(moment: string) {
  // A run at a moved clock has moved this process's already.
  const real = Date.now() - Number(process.env.CLOCK_SHIFT_MS ?? 0);
  return startBuiltSite({
    NODE_OPTIONS: `--import=${preload}`,
    CLOCK_SHIFT_MS: String(Date.parse(moment) - real),
  });
}

type Site = Awaited<ReturnType<typeof siteAt>>;

async function mainOf(site: Site, path: string): Promise<string> {
  const html = await (await site.get(path)).text();
  return toText(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '');
}

describe('what is on, on a Tuesday morning', () => {
  let site: Site;

  beforeAll(async () => {
    site = await siteAt('2037-02-03T10:15:00Z');
  });
  afterAll(() => site.stop());

  test('is what begins at a time today and what is on, with where, for whom and at what cost', async () => {
    const main = await mainOf(site, '/whats-on/');

    expect(main).toContain('Today, Tuesday 3 February 2037');
    expect(main).toMatch(
      /10am to 11:30am On now, until 11:30am St Stephen.s Health Centre walking/i,
    );
    expect(main).toContain('11am to midday Bow Strollers');
    expect(main).toContain('E3 5ES Free · Everyone');
    expect(main).toMatch(/Places that are open .*Young V&A/);
    expect(main).not.toContain('Limehouse Practice');
  });

  test('is known of some, and the page says that others may have something on too', async () => {
    expect(await mainOf(site, '/whats-on/')).toMatch(
      /We know the days and times of \d+ of our \d+ services\. Others may have something on too\./,
    );
  });

  test('says that nobody has checked it', async () => {
    expect(await mainOf(site, '/whats-on/?when=thu')).toContain(
      'Not checked yet: ring or ask first.',
    );
  });

  test('is another thing on another day, and all in the week', async () => {
    const thursday = await mainOf(site, '/whats-on/?when=thu');
    const week = await mainOf(site, '/whats-on/?when=week');

    expect(thursday).toContain('Thursday 5 February 2037');
    expect(thursday).toContain('1:30pm to 3pm Limehouse Practice');
    expect(thursday).not.toContain('Bow Strollers');
    for (const words of ['Today, Tuesday', 'Monday 9 February', 'Limehouse Practice', 'Young V&A'])
      expect(week).toContain(words);
  });

  test('is no phone line, and nothing at a place to live', async () => {
    const week = await mainOf(site, '/whats-on/?when=week');

    for (const name of ['Samaritans', 'Praxis', 'Transport for All', 'Seamen'])
      expect(week).not.toContain(name);
  });

  test('can be had by need, neighbourhood, cost and for whom, from the form as from a link', async () => {
    const query = 'when=tue&need=physical-activity&who=&area=bow&cost=free';
    const main = await mainOf(site, `/whats-on/?${query}`);

    expect(main).toContain('Bow Strollers');
    expect(main).not.toContain('Young V&A');
    expect(await mainOf(site, '/whats-on/?need=dementia&area=wapping&cost=paid')).toContain(
      'You chose what to show: without that there may be more.',
    );
  });

  test('takes any address without a fault', async () => {
    for (const query of [
      'when=yesterday',
      'need=dragons',
      'when=%00&cost=%E0%A6',
      'when=now&when=tue',
    ]) {
      const answer = await site.get(`/whats-on/?${query}`);
      expect([query, answer.status < 400]).toEqual([query, true]);
    }
  });

  test('and open now are the phone lines too, with those counted that have told no hours', async () => {
    const main = await mainOf(site, '/whats-on/?when=now');

    expect(main).toMatch(/Open now: Tuesday 3 February 2037, 10:\d\dam/);
    expect(main).toMatch(
      /\d+ services have hours that say they are open now\. Of \d+ more we do not know/,
    );
    expect(main).toMatch(/To ring or write to .*Open day and night Samaritans/);
    expect(main).not.toContain('Saneline');
  });

  test('is told in Bengali and Somali', async () => {
    expect(await mainOf(site, '/bn/whats-on/')).toContain('আজ, মঙ্গলবার ৩ ফেব্রুয়ারি ২০৩৭');
    expect(await mainOf(site, '/so/whats-on/')).toContain('Maanta, ');
  });

  test('is kept by nobody but the visitor, for a minute', async () => {
    const answer = await site.get('/whats-on/');

    expect(answer.headers.get('cache-control')).toBe('private, max-age=60');
  });
});

describe('what is on', () => {
  test('on a bank holiday says so, and to ring first', async () => {
    const site = await siteAt('2037-12-25T10:00:00Z');
    try {
      expect(await mainOf(site, '/whats-on/')).toContain(
        'Friday 25 December 2037 is a bank holiday: ring first.',
      );
      expect(await mainOf(site, '/whats-on/?when=week')).toContain('Monday 28 December 2037 is a');
      expect(await mainOf(site, '/whats-on/?when=now')).toContain('is a bank holiday: ring first.');
      expect(await mainOf(site, '/whats-on/?when=tue')).not.toContain('bank holiday');
    } finally {
      await site.stop();
    }
  });

  // 1am in UTC of 29 March 2037 is 2am in London.
  test('goes by London’s clocks on the day they change', async () => {
    const site = await siteAt('2037-03-29T09:05:00Z');
    try {
      const main = await mainOf(site, '/whats-on/?when=now');
      expect(main).toMatch(/Sunday 29 March 2037, 10:\d\dam/);
      expect(main).toContain('Open until 5:45pm Young V&A');
    } finally {
      await site.stop();
    }
  });
});

describe('calendar files of the build', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startBuiltSite();
  });
  afterAll(() => site.stop());

  test.each([
    ['a listing', '/organisations/bow-strollers/calendar.ics', 1],
    ['a session', '/organisations/brawlers-boxing-and-the-grapple-hub/sat-1245.ics', 1],
    ['a need', '/needs/physical-activity/whats-on.ics', 5],
    ['a need in Bengali', '/bn/needs/physical-activity/whats-on.ics', 5],
  ])('of %s are read by another program', async (_what, path, atLeast) => {
    const answer = await site.get(path);
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);

    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThanOrEqual(atLeast);
  });

  test('are not sent again to whoever has them', async () => {
    const path = '/needs/physical-activity/whats-on.ics';
    const etag = (await site.get(path)).headers.get('etag') ?? '';

    const again = await site.get(path, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('are linked from the listing, where there is anything to go to', async () => {
    const club = await (await site.get('/organisations/bow-strollers/')).text();
    const line = await (await site.get('/organisations/samaritans/')).text();

    expect(club).toContain('href="/organisations/bow-strollers/calendar.ics"');
    expect(club).toMatch(/href="webcal:\/\/[^"]+\/organisations\/bow-strollers\/calendar\.ics"/);
    expect(line).not.toContain('.ics"');
  });
});
