/** Covers src/directory/checking/importance.ts. */
import { describe, expect, test } from 'vitest';
import { findDue, inCallOrder, type OpenReport } from '../../../../src/directory/checking/due.ts';
import type { PublicListing } from '../../../../src/directory/public-listing.ts';
import type { Situation } from '../../../../src/directory/situation.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const NOW = '2026-12-01T12:00:00Z';
const checkedOn = (date: string, facts = ['phone']) => [{ date, method: 'phone' as const, facts }];
const listing = (slug: string, fields: Partial<PublicListing> = {}) =>
  aListing(slug, { phone: `020 7946 0${slug.length.toString().padStart(3, '0')}`, ...fields });

describe('what is due, or will be within two weeks', () => {
  test.each([
    ['whom nobody is sent to first', 'other', '2026-06-18', []],
    ['whom nobody is sent to first', 'other', '2026-06-17', ['other']],
    ['whom a situation names first', 'of-situation', '2026-09-16', []],
    ['whom a situation names first', 'of-situation', '2026-09-15', ['of-situation']],
    ['whom a need names first', 'of-need', '2026-09-16', []],
    ['whom a need names first', 'of-need', '2026-09-15', ['of-need']],
  ])('%s (%s), checked on %s: %j', (_who, slug, date, expected) => {
    expect(slugsOf(due([listing(slug, { checks: checkedOn(date) })]))).toEqual(expected);
  });

  test('a check of what nobody acts on does not count, unless there is nothing else', () => {
    const checks = checkedOn('2026-11-30', ['cost', 'website']);

    expect(slugsOf(due([listing('other', { checks })]))).toEqual(['other']);
    expect(slugsOf(due([aListing('other', { checks })]))).toEqual([]);
  });

  test('is never what has closed, and always what nobody has checked', () => {
    const listings = [
      listing('a'),
      listing('b', { status: 'paused' }),
      listing('c', { status: 'closed' }),
    ];

    expect(slugsOf(due(listings))).toEqual(['a', 'b']);
  });
});

describe('the order', () => {
  test('of what nobody has checked: who is in danger first, then how many are sent there', () => {
    const listings = [
      listing('nobody'),
      listing('also'),
      listing('of-need'),
      listing('of-situation'),
      listing('of-today'),
      listing('in-danger', { isUrgentHelp: true }),
    ];

    expect(slugsOf(due(listings))).toEqual([
      'in-danger',
      'of-today',
      'of-situation',
      'of-need',
      'also',
      'nobody',
    ]);
  });

  test('of what is old: how far each is over its own target; never checked counts as a fifth over', () => {
    const listings = [
      listing('other', { checks: checkedOn('2026-02-01') }),
      listing('of-situation', { checks: checkedOn('2026-05-01') }),
      listing('nobody'),
      listing('also', { checks: checkedOn('2026-05-20') }),
    ];

    expect(slugsOf(due(listings))).toEqual(['of-situation', 'other', 'nobody', 'also']);
  });

  test('what was reported comes first, the oldest report first, even where it was checked lately', () => {
    const listings = [
      listing('of-today'),
      listing('a', { checks: checkedOn('2026-11-30') }),
      listing('bb'),
    ];
    const reports = [
      { listing: 'bb', at: '2026-11-30T09:00:00Z' },
      { listing: 'a', at: '2026-11-30T10:00:00Z' },
      { listing: 'a', at: '2026-11-20T10:00:00Z' },
      { listing: 'not-there', at: '2026-11-20T10:00:00Z' },
    ];

    expect(slugsOf(due(listings, reports))).toEqual(['a', 'bb', 'of-today']);
  });
});

test.each([
  ['2026-11-29T12:00:00Z', false],
  ['2026-11-29T11:59:59Z', true],
])('a report of %s is late after 48 hours: %s', (at, isLate) => {
  expect(due([listing('a')], [{ listing: 'a', at }])[0]?.report).toEqual({ at, isLate });
});

test('those that one call does for name each other', () => {
  const phone = '020 7946 0001';
  const found = due([
    listing('aa', { phone }),
    listing('bb', { phone: '02079460001' }),
    listing('cc', { phone, checks: checkedOn('2026-11-30') }),
    listing('dd'),
    aListing('ee'),
    aListing('ff'),
  ]);

  expect(
    Object.fromEntries(found.map(({ listing: { slug }, sameCall }) => [slug, sameCall])),
  ).toEqual({ aa: ['bb'], bb: ['aa'], dd: [], ee: [], ff: [] });
});

test('who rings goes through all that one call does for, then rings the next', () => {
  const phone = '020 7946 0001';
  const listings = [
    listing('in-danger', { isUrgentHelp: true, phone }),
    listing('of-today'),
    listing('nobody', { phone }),
  ];

  expect(slugsOf(inCallOrder(due(listings)))).toEqual(['in-danger', 'nobody', 'of-today']);
});

test('the day is London’s', () => {
  const listings = [listing('other', { checks: checkedOn('2026-01-01') })];
  const at = (now: string) => slugsOf(findDue({ ...content, listings }, { now, reports: [] }));

  expect(at('2026-06-16T22:59:00Z')).toEqual([]);
  expect(at('2026-06-16T23:01:00Z')).toEqual(['other']);
});

function due(listings: PublicListing[], reports: OpenReport[] = []) {
  return findDue({ ...content, listings }, { now: NOW, reports });
}

function slugsOf(found: ReturnType<typeof findDue>): string[] {
  return found.map(({ listing: { slug } }) => slug);
}

const text = { en: 'Text', bn: 'Text', so: 'Text' };
const situation = (slug: string, urgency: Situation['urgency'], first: string): Situation => ({
  slug,
  title: text,
  lead: text,
  needs: ['food'],
  urgency,
  first: [{ listing: first, because: text }],
  also: ['also'],
});
const content = {
  situations: [
    situation('no-food', 'today', 'of-today'),
    situation('lonely', 'soon', 'of-situation'),
  ],
  lists: { needs: [{ slug: 'food', first: ['of-need'] }] },
};
