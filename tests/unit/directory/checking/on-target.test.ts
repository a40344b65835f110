import { expect, test } from 'vitest';
import { countOnTarget } from '../../../../src/directory/checking/on-target.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const checks = (date: string) => [{ date, method: 'phone' as const, facts: ['phone'] }];
const lists = { needs: [{ slug: 'food', first: ['first', 'first-b'] }] };

test('whom somebody is sent to first counts within 90 days, and everything within 180', () => {
  const listings = [
    aListing('first', { checks: checks('2026-09-02') }),
    aListing('first-b', { checks: checks('2026-09-01') }),
    aListing('a', { checks: checks('2026-06-04') }),
    aListing('b', { checks: checks('2026-06-03') }),
    aListing('c'),
    aListing('d', { status: 'closed' }),
  ];

  expect(countOnTarget({ listings, lists, situations: [] }, '2026-12-01')).toEqual({
    first: { all: 2, checked: 1 },
    everything: { all: 5, checked: 3 },
  });
});
