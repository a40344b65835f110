/** Addresses of every kind, damaged as people and machines do it: what becomes of whoever follows one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toShortAddress } from '../../src/shortlist/short-address.ts';
import { toShortlistAddress } from '../../src/shortlist/shortlist-address.ts';
import { directory } from '../../src/wiring.ts';
import { createRandom } from '../support/days/a-random.ts';
import { seedReferrals } from '../support/referral/seeded-referrals.ts';
import { startBuiltSite } from '../support/site/built-site.ts';
import { type Arrival, type Kind, meaningOf, type Reading, readAs } from './rig/damage/meanings.ts';
import { damage } from './rig/damage/slips.ts';
import { scaled } from './rig/scale.ts';

const SEED = 20_261;
const AT_ONCE = 4;
const MOST_REDIRECTS = 5;

let site: Awaited<ReturnType<typeof startBuiltSite>>;
let wholes: { kind: Kind; address: string; arrival: Arrival }[];
const dataDir = mkdtempSync(join(tmpdir(), 'damaged-'));

beforeAll(async () => {
  const seeded = await seedReferrals(dataDir, Date.now());
  site = await startBuiltSite({ DATA_DIR: dataDir });
  const secrets = [seeded['handed-over'], seeded.spoken].flatMap((each) => [
    each.statusPath,
    `/bn${each.statusPath}`,
    each.receivedPath,
  ]);
  const addresses: [Kind, string][] = [
    ...pages.map((address): [Kind, string] => ['page', address]),
    ...searches.map((address): [Kind, string] => ['search', address]),
    ...lists().map((address): [Kind, string] => ['shortlist', address]),
    ...secrets.map((address): [Kind, string] => ['secret', address]),
    ...practices().map((address): [Kind, string] => ['practice', address]),
  ];
  wholes = [];
  for (const [kind, address] of addresses) {
    wholes.push({ kind, address, arrival: await follow(address) });
  }
});
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const pages = [
  '/',
  '/needs/food/',
  '/bn/needs/housing/',
  '/so/help/',
  '/organisations/bow-foodbank/',
  '/urgent-help/',
  '/about/',
];
const searches = [
  '/search/?q=lonely',
  '/search/?q=debt+advice&cost=free',
  '/search/?q=food&need=food&near=E1+4AA&sort=distance',
  '/search/?q=A%26E+queue&need=money',
  `/bn/search/?q=${encodeURIComponent('একা লাগে')}&cost=free`,
  '/search/?need=housing&page=2',
  '/search/?q=yoga&list=bow-foodbank.ability-bow&made=2020-05-12',
];

function lists(): string[] {
  const slugs = directory.listings.map(({ slug }) => slug);
  const made = '2020-05-12';
  return [1, 3, 12, 30].flatMap((count, at) => {
    const list = { slugs: slugs.slice(at * 40, at * 40 + count), made };
    const locale = at % 2 ? 'bn' : 'en';
    return [
      toShortlistAddress(locale, list),
      toShortAddress(locale, list),
      toShortAddress('en', list),
    ];
  });
}

function practices(): string[] {
  const [first, second] = directory.practices.map(({ odsCode }) => odsCode);
  return [
    `/refer/?practice=${first}`,
    `/bn/refer/?practice=${second}`,
    `/refer/?for=someone-else&practice=${first}`,
  ];
}

/** As a browser does it: an address is made one that can be sent, and redirects are followed. */
async function follow(address: string): Promise<Arrival> {
  let at = new URL(`${site.origin}${address}`);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const answer = await site.get(at.pathname + at.search);
    const location = answer.headers.get('location');
    if (!location || answer.status < 300 || answer.status >= 400) {
      return { status: answer.status, address: at.pathname + at.search, html: await answer.text() };
    }
    const next = new URL(location, at);
    if (next.origin !== at.origin)
      throw new Error(`${address} leads to another site: ${next.origin}`);
    at = next;
  }
  throw new Error(`${address} leads in a circle.`);
}

test('whole addresses mean what they say, and each another thing', () => {
  const wrong = wholes.filter(
    ({ kind, arrival }) => readAs(kind, arrival, arrival) !== 'understood',
  );

  expect(wrong.map(({ address }) => address)).toEqual([]);
  const meanings = wholes.map(({ kind, arrival }) => meaningOf(kind, arrival));
  expect(meanings.filter((meaning) => meaning === '' || meaning === '"no list"')).toEqual([]);
});

test('damaged addresses are understood, or it is said: none breaks a page, none means another thing unsaid', {
  timeout: 3_600_000,
}, async () => {
  const random = createRandom(SEED);
  const made = Array.from({ length: scaled(400, 10_000) }, () => {
    const whole = wholes[random(wholes.length)] as (typeof wholes)[number];
    return { whole, ...damage(whole.address, random) };
  });
  const results: { kind: Kind; reading: Reading; by: string[]; text: string; status: number }[] =
    [];
  const queue = [...made];
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { whole, damaged, by } = next;
      const got = await follow(damaged);
      const reading = readAs(whole.kind, whole.arrival, got);
      results.push({
        kind: whole.kind,
        reading,
        by,
        text: `${by.join(' + ')}: ${damaged}`,
        status: got.status,
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  printShares(results);
  const textsOf = (bad: typeof results) => bad.map(({ text }) => text).slice(0, 20);
  expect(textsOf(results.filter(({ status }) => status >= 500))).toEqual([]);
  expect(textsOf(results.filter(({ reading }) => reading === 'silent'))).toEqual([]);
  const understood = results.filter(({ reading }) => reading === 'understood').length;
  expect(understood / results.length).toBeGreaterThan(0.4);
  // Nothing of what was damaged is in the log, and nothing there that says a page failed.
  expect(site.log()).not.toMatch(/page\.failed|request\.failed|bow-foodbank|lonely/);
});

function printShares(results: readonly { kind: string; reading: Reading; by: string[] }[]) {
  const readings: Reading[] = ['understood', 'said', 'shown', 'silent'];
  const rowOf = (name: string, of: typeof results) => {
    const shares = readings.map((reading) => {
      const count = of.filter((each) => each.reading === reading).length;
      return `${reading} ${Math.round((100 * count) / Math.max(1, of.length))} %`;
    });
    return `  ${name.padEnd(22)}${String(of.length).padStart(6)}  ${shares.join(', ')}`;
  };
  const kinds = [...new Set(results.map(({ kind }) => kind))].toSorted();
  const alone = results.filter(({ by }) => by.length === 1);
  const names = [...new Set(alone.flatMap(({ by }) => by))].toSorted();
  console.log(
    [
      rowOf('all', results),
      ...kinds.map((kind) =>
        rowOf(
          kind,
          results.filter((each) => each.kind === kind),
        ),
      ),
      rowOf('one slip', alone),
      ...names.map((name) =>
        rowOf(
          name,
          alone.filter(({ by }) => by[0] === name),
        ),
      ),
    ].join('\n'),
  );
}
