import { expect, test } from 'vitest';
import { hasUncheckedFacts } from '../../../src/directory/checkable.ts';
import { aListing } from '../../support/directory/a-listing.ts';

const everyFact = [
  'phone',
  'website',
  'cost',
  'status',
  'name',
  'description',
  'audiences',
  'languages',
  'kind',
];
const aCheck = (facts: string[]) => ({ date: '2026-11-03', method: 'phone' as const, facts });

test('a page says that the rest is not checked while a fact on it is in no check', () => {
  const listing = (checks: ReturnType<typeof aCheck>[]) =>
    aListing('club', { phone: '020 7364 5000', checks });

  expect(hasUncheckedFacts(listing([aCheck(['phone'])]))).toBe(true);
  expect(hasUncheckedFacts(listing([aCheck(everyFact.slice(1))]))).toBe(true);
  expect(hasUncheckedFacts(listing([aCheck(everyFact)]))).toBe(false);
  expect(hasUncheckedFacts(listing([aCheck(['phone']), aCheck(everyFact.slice(1))]))).toBe(false);
});
