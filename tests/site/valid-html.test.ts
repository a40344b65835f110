import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales, localisePath } from '../../src/i18n/locale.ts';
import { today } from '../../src/wiring.ts';
import { bornOn, yearsBefore } from '../support/days/days.ts';
import { aReferralForm, askedByHelper } from '../support/referral/a-referral-form.ts';
import { seedReferrals } from '../support/referral/seeded-referrals.ts';
import { aReportForm } from '../support/reports/a-report-form.ts';
import { aReferralSite } from '../support/site/a-referral-site.ts';
import { findHtmlFaults } from '../support/site/html-faults.ts';

type Changes = Parameters<typeof aReferralForm>[0];

const dataDir = mkdtempSync(join(tmpdir(), 'html-'));
let site: Awaited<ReturnType<typeof aReferralSite>>;
let seeded: Awaited<ReturnType<typeof seedReferrals>>;

beforeAll(async () => {
  seeded = await seedReferrals(dataDir, Date.now());
  site = await aReferralSite({ DATA_DIR: dataDir });
});
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const THREE = 'items=bow-foodbank.island-advice-centre.heba-womens-project&made=2020-05-12';
// One that has changed since, one that never was, one that is closed.
const NEWS =
  'items=alcoholics-anonymous.win-a-prize.bromley-by-bow-macmillan-social-prescribing&made=2020-05-12';

/** Its address in English, its status, and what only a page of this kind has. */
const asked: [kind: string, path: string, status: number, has: string][] = [
  ['a search for nothing yet', '/search/', 200, 'class="need-groups'],
  ['a search that found something', '/search/?q=yoga', 200, 'class="cards"'],
  ['a search that found nothing', '/search/?q=xyzzyq', 200, 'id="ways-on"'],
  ['a search in danger', '/search/?q=i+want+to+kill+myself', 200, 'id="urgent-help"'],
  ['a search that tells of a situation', '/search/?q=eviction+notice', 200, 'class="start-here"'],
  ['a filtered search', '/search/?q=food&cost=free&who=women&area=bow', 200, 'chip-on'],
  ['a search with an unknown filter', '/search/?q=food&cost=gold', 200, 'class="quiet"'],
  ['a search word for word', '/search/?q=lonely&literal=1', 200, 'id="understood-undo"'],
  ['a second page of results', '/search/?q=lonely&page=2', 200, 'rel="prev"'],
  ['a page past the last', '/search/?q=lonely&page=9999', 404, 'id="results-heading"'],
  ['a search near a postcode', '/search/?q=food&near=E3+4SS', 200, 'id="sort-distance"'],
  ['a search by distance', '/search/?q=food&near=bow&sort=distance', 200, 'id="sort-distance"'],
  ['a search outside the borough', '/search/?q=food&near=SW1A+1AA', 200, 'id="near-note"'],
  ['a search near nonsense', '/search/?q=food&near=home', 200, 'id="near-note"'],
  ['a search for a shortlist', `/search/?q=food&list=elatt&made=2020-05-12`, 200, 'id="adding-to"'],
  ['what is on tomorrow', '/whats-on/?when=tomorrow', 200, 'class="occasions"'],
  ['what is on this week', '/whats-on/?when=week', 200, 'id="open-places"'],
  ['what is open now', '/whats-on/?when=now', 200, 'id="open-now"'],
  ['what is on for some', '/whats-on/?when=week&need=food&cost=free', 200, 'webcal:'],
  ['an empty shortlist', '/shortlist/', 200, 'id="empty"'],
  ['a shortlist', `/shortlist/?${THREE}`, 200, 'id="share-address"'],
  ['a shortlist with news', `/shortlist/?${NEWS}`, 200, 'id="list-news"'],
  ['a shortlist that was cleared', '/shortlist/?cleared', 200, 'id="empty"'],
  ['a handout of nothing', '/shortlist/handout/', 200, '<h1>'],
  ['a handout in English', `/shortlist/handout/?${THREE}&with=en`, 200, 'class="handout"'],
  ['a handout in two languages', `/shortlist/handout/?${THREE}&with=bn`, 200, 'class="beside'],
  ['a handout in large print', `/shortlist/handout/?${THREE}&with=so&size=large`, 200, 'bilingual'],
  ['a handout with news', `/shortlist/handout/?${NEWS}`, 200, 'class="handout-notice"'],
  ['a short address of no list', '/s/unreadable/', 404, 'ways-on'],
  ['the form', '/refer/', 200, 'data-first-step'],
  ['the form with a need ticked', '/refer/?need=food', 200, 'id="refer-form"'],
  ['the form for someone else', '/refer/?for=someone-else', 200, 'id="refer-form"'],
  ['the form for a report', '/report/?listing=elatt', 200, 'name="facts"'],
  [
    'a report that was received',
    '/report/?listing=elatt&received=yes',
    200,
    '/organisations/elatt/',
  ],
  ['a report about nothing', '/report/', 404, 'class="ways-on"'],
  ['the form for a suggestion', '/suggest/', 200, 'name="placeName"'],
  ['the form for feedback', '/feedback/', 200, 'name="words"'],
  ['feedback that was received', '/feedback/?received=yes', 200, '<h1>'],
  ['the progress of no referral', '/refer/status/some-token/', 404, 'class="ring-instead"'],
  ['an address of nothing', '/no/such/page/', 404, 'error-words'],
];

const nothing = Object.fromEntries([...aReferralForm().keys()].map((field) => [field, '']));
const everyMistake = { ...nothing, referralFor: 'someone-else', permission: '' };
const danger = { summary: 'I want to kill myself' };

/** What differs from a form that was filled in right and sent to be checked. */
const posted: [kind: string, changes: () => Changes, status: number, has: string][] = [
  ['answers to check', () => ({}), 200, 'id="check-answers"'],
  ['answers of a helper', () => askedByHelper, 200, 'id="check-answers"'],
  ['an empty form', () => nothing, 422, 'id="error-summary"'],
  ['every mistake of a helper', () => everyMistake, 422, 'href="#helperContact"'],
  ['answers that tell of danger', () => danger, 200, 'id="urgent-help"'],
  ['danger beside a mistake', () => ({ ...danger, phone: '1' }), 422, 'id="urgent-help"'],
  ['a practice to find', () => ({ step: 'find', practiceSearch: 'E2 9LS' }), 200, 'data-practice'],
  [
    'a practice not found',
    () => ({ step: 'find', practiceSearch: 'xyzzyq' }),
    200,
    'data-practice',
  ],
  ['answers to change', () => ({ step: 'edit' }), 200, 'id="refer-form"'],
  ['no practice', () => ({ practice: 'not-registered' }), 200, 'gp-surgery'],
  [
    'practices near by',
    () => ({ practice: 'not-registered', nearPostcode: 'E1 4AA' }),
    200,
    'id="nearest-practices"',
  ],
  ['another borough', () => ({ livesInBorough: 'no' }), 200, 'find-local-council'],
  ['a helper without leave', () => ({ ...askedByHelper, permission: 'no' }), 200, '#step-who'],
  ['a child', () => bornOn(yearsBefore(today(), 10)), 200, 'id="urgent-help"'],
  [
    'a child of somebody else',
    () => ({ ...askedByHelper, ...bornOn(yearsBefore(today(), 10)) }),
    422,
    'href="#adultIs"',
  ],
  ['a form of yesterday', () => ({ step: 'send', formToken: 'x' }), 422, 'id="check-answers"'],
  ['a form too large', () => ({ summary: 'x'.repeat(131_072) }), 413, 'tel:'],
];

describe.each(locales)('valid HTML in %s is', (locale) => {
  const at = (path: string) => localisePath(locale, path);

  test.each(asked)('%s', async (_kind, path, status, has) => {
    await expectValid(await site.get(at(path)), status, has);
  });

  test.each(posted)('the form with %s', async (_kind, changes, status, has) => {
    const form = aReferralForm({ step: 'check', ...changes() });

    await expectValid(await site.post(form, { path: at('/refer/') }), status, has);
  });

  test.each([
    ['/report/?listing=elatt', {}, 422, 'href="#facts"'],
    ['/suggest/', {}, 422, 'href="#placeReach"'],
    ['/feedback/', { words: 'x'.repeat(1001) }, 422, 'href="#words"'],
    ['/feedback/', { words: 'Hello', formToken: 'x' }, 422, 'id="trouble"'],
    ['/report/?listing=elatt', { words: 'x'.repeat(131_072) }, 413, '<h1>'],
  ] as const)('what %s says of %j', async (path, fields, status, has) => {
    await expectValid(await site.post(aReportForm(fields), { path: at(path) }), status, has);
  });

  test('the progress of a referral in each state', async () => {
    for (const { reference, statusPath } of Object.values(seeded)) {
      await expectValid(await site.get(at(statusPath)), 200, reference);
    }
  });
});

test('the page of a team is valid HTML for a referral in each state', async () => {
  for (const { reference, receivedPath } of Object.values(seeded)) {
    await expectValid(await site.get(receivedPath), 200, reference);
  }
  await expectValid(await site.get('/refer/received/some-token/'), 404, '<h1>');
});

describe('valid HTML while the store cannot be reached is', () => {
  let storeless: typeof site;
  beforeAll(async () => {
    // Nothing listens on port 9.
    storeless = await aReferralSite({
      DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:9/none',
    });
  });
  afterAll(() => storeless.stop());

  test.each(locales)('the form and the progress of a referral in %s', async (locale) => {
    const form = aReferralForm({ step: 'send', formToken: storeless.token() });
    const path = localisePath(locale, '/refer/');

    await expectValid(await storeless.post(form, { path }), 503, 'id="check-answers"');
    await expectValid(await storeless.get(`${path}status/some-token/`), 503, 'ring-instead');
  });

  test('the page of a team, before and after the button', async () => {
    const path = '/refer/received/some-token/';

    await expectValid(await storeless.get(path), 503, '<h1>');
    await expectValid(await storeless.post('have=yes', { path }), 503, '<button');
  });
});

test.each([
  ['a damaged address', 400, '/needs/%E0%A4%A/', {}],
  ['a form from elsewhere', 403, '/refer/', { method: 'POST', body: 'x' }],
  ['a method we do not take', 405, '/', { method: 'DELETE' }],
  ['a body too large', 413, '/', { method: 'POST', body: 'x'.repeat(70_000) }],
  ['an address too long', 414, `/search/?q=${'x'.repeat(20_000)}`, {}],
] as const)('what answers %s is valid HTML', async (_what, status, path, init) => {
  await expectValid(await site.get(path, init), status, '<section lang="so"');
});

async function expectValid(answer: Response, status: number, has: string) {
  const html = await answer.text();

  expect({ status: answer.status, isOfItsKind: html.includes(has) }).toEqual({
    status,
    isOfItsKind: true,
  });
  expect(findHtmlFaults(html, 'all')).toEqual([]);
}
