/**
 * Covers src/search/ranking/ranking.ts, src/search/ranking/ranking-context.ts, src/search/ranking/candidate.ts,
 * src/search/ranking/columns.ts, src/search/ranking/feature-values.ts, src/search/ranking/features-for.ts,
 * src/search/ranking/features-against.ts, src/search/ranking/name-fit.ts,
 * src/search/ranking/narrow-audience.ts, src/search/ranking/order.ts, src/search/ranking/rarest-word.ts,
 * src/search/ranking/session-match.ts, src/search/ranking/word-matches.ts.
 */
import { describe, expect, test } from 'vitest';
import type { PublicListing } from '../../../../src/directory/public-listing.ts';
import type { Plan } from '../../../../src/search/plan/plan.ts';
import { type FeatureName, features } from '../../../../src/search/ranking/features.ts';
import { aListing } from '../../../support/directory/a-listing.ts';
import { anEngine, aPlan, someWords } from '../../../support/search/an-engine.ts';

interface Case {
  plan: Partial<Plan>;
  /** Named so that it would come last among equals. */
  before: Partial<PublicListing>;
  after: Partial<PublicListing>;
}

const food = { needs: ['food'], needsAreCertain: true };
const from = { latitude: 51.5215, longitude: -0.046 };

/** Two listings that are alike but for what the feature looks at. */
const cases: Record<FeatureName, Case> = {
  'asked-by-name': {
    plan: { words: someWords('zebra') },
    before: { name: 'Zebra' },
    after: { name: 'Acorn', summary: 'Zebra', description: 'Zebra' },
  },
  'put-first': {
    plan: { ...food, pinned: [{ listing: 'z-before', situation: 'no-food-today' }] },
    before: {},
    after: {},
  },
  specific: {
    plan: { ...food, words: someWords('choir') },
    before: { summary: 'Choir' },
    after: {},
  },
  suits: {
    plan: { ...food, suitable: ['z-before'], words: someWords('lunch') },
    before: {},
    after: { needs: ['transport'], summary: 'Lunch' },
  },
  'may-be-put-first': {
    plan: { needs: ['food'], likelyPinned: new Map([['z-before', 0.5]]) },
    before: {},
    after: {},
  },
  need: {
    plan: { ...food, words: someWords('lift') },
    before: { needs: ['food'] },
    after: { needs: ['transport'], summary: 'A lift to the food bank' },
  },
  'name-fit': {
    plan: { words: someWords('hilda') },
    before: { name: 'Zz Hilda' },
    after: { name: 'Aa Hilda Food Cooperative Society', summary: 'Hilda' },
  },
  'both-needs': {
    plan: { ...food, needs: ['food', 'housing'], needsTogether: true },
    before: { needs: ['food', 'housing'] },
    after: { needs: ['food'] },
  },
  'main-need': {
    plan: food,
    before: { needs: ['food', 'arts-culture'] },
    after: { needs: ['arts-culture', 'food'] },
  },
  words: {
    plan: { ...food, words: someWords('lunch') },
    before: { summary: 'Lunch' },
    after: {},
  },
  'kind-of-help': {
    plan: { ...food, offersAsked: ['advice'] },
    before: { offers: ['advice'] },
    after: { offers: ['food'] },
  },
  'fitting-help': {
    plan: { ...food, offersForNeeds: ['advice'] },
    before: { offers: ['advice'] },
    after: { offers: ['food'] },
  },
  'for-whom': {
    plan: { ...food, prefer: { who: ['somali', 'women'] } },
    before: { audiences: ['somali'] },
    after: { audiences: ['bangladeshi'] },
  },
  near: {
    plan: { ...food, from },
    before: { position: from },
    after: { position: { ...from, latitude: from.latitude + 0.1 } },
  },
  speaks: {
    plan: { ...food, prefer: { language: ['bn'] } },
    before: { languages: ['en', 'bn'] },
    after: { languages: ['en'] },
  },
  wide: {
    plan: food,
    before: { areaServed: 'Tower Hamlets' },
    after: { areaServed: 'Ocean Estate' },
  },
  contact: {
    plan: food,
    before: { phone: '020 7946 0000' },
    after: {},
  },
  'cost-and-way': {
    plan: { ...food, prefer: { cost: ['free'], way: ['drop-in'] } },
    before: { cost: 'free', access: ['drop-in'] },
    after: { cost: 'paid', access: ['phone'] },
  },
  'language-of-the-page': {
    plan: { ...food, locale: 'so' },
    before: { languages: ['en', 'so'] },
    after: { languages: ['en', 'bn'] },
  },
  'on-then': {
    plan: { ...food, when: { days: ['sun'], part: undefined } },
    before: { sessions: [{ days: ['sun'], opens: '10:00', closes: '12:00' }] },
    after: { sessions: [{ days: ['mon'], opens: '10:00', closes: '12:00' }] },
  },
  fresh: {
    plan: food,
    before: { checks: [{ date: '2026-11-01', what: 'website' }] as never },
    after: {},
  },
  'one-common-word': {
    // "harp" is in one listing, "repair" in two: the rarer word decides who is found by more than a tail.
    plan: { words: [...someWords('harp'), ...someWords('repair')] },
    before: { description: 'Harp' },
    after: { summary: 'Repair', description: 'Repair' },
  },
  'seldom-the-answer': {
    plan: food,
    before: { offers: ['advice'] },
    after: { offers: ['landlord', 'advice'] },
  },
  'other-kind-of-help': {
    plan: { ...food, offersAsked: ['food'] },
    before: { offers: ['food'] },
    after: { offers: ['advice'] },
  },
  'for-a-few': {
    plan: food,
    before: {},
    after: { audiences: ['men'] },
  },
  'out-of-reach': {
    plan: food,
    before: { address: 'A Street', website: undefined },
    after: { website: undefined },
  },
  'not-wanted': {
    plan: { ...food, unwanted: someWords('swimming') },
    before: { summary: 'Walks' },
    after: { summary: 'Swimming' },
  },
  'for-others': {
    plan: { ...food, people: { sex: 'women', age: undefined } },
    before: { audiences: ['women'] },
    after: { audiences: ['men'] },
  },
};

const others = [
  aListing('m-other', {
    needs: ['transport'],
    summary: 'Repair of bicycles',
    audiences: ['women'],
  }),
];

async function order(
  { plan, before, after }: Case,
  weights?: Partial<Record<FeatureName, number>>,
) {
  const listings = [aListing('z-before', before), aListing('a-after', after), ...others];
  const { found } = await anEngine(listings, undefined, weights).answer(aPlan(plan));
  return found.map(({ id }) => id).filter((id) => id !== 'm-other');
}

describe.each(features.map(({ name, reason }) => ({ name, reason })))('$name', ({ name }) => {
  test('puts a listing before one that has less of it', async () => {
    expect(await order(cases[name])).toEqual(['z-before', 'a-after']);
  });

  test('is what does so', async () => {
    const without = Object.fromEntries(
      features.filter((each) => each.name !== name).map((each) => [each.name, 0]),
    );
    expect(await order(cases[name], without)).toEqual(['z-before', 'a-after']);
    const none = Object.fromEntries(features.map((each) => [each.name, 0]));
    expect(await order(cases[name], none)).toEqual(['a-after', 'z-before']);
  });
});
