import { describe, expect, test } from 'vitest';
import type { Lists } from '../../../../src/directory/lists.ts';
import {
  datesOf,
  matchesFilters,
  parseWhatsOn,
  toWhatsOnQuery,
  usedItems,
} from '../../../../src/directory/timetable/whats-on-request.ts';
import { aLabel } from '../../../support/directory/a-label.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const items = (...slugs: string[]) => slugs.map((slug) => ({ slug, label: aLabel(slug) }));
const lists = {
  needs: items('food', 'exercise'),
  audiences: items('everyone', 'women'),
  areas: items('bow', 'poplar'),
  costs: items('free', 'paid'),
} as unknown as Lists;
const parse = (query: string) => parseWhatsOn(new URLSearchParams(query), lists);

describe('an address of what is on', () => {
  test('holds the days and the filters, and gives the same back', () => {
    const query = '?when=sat&need=exercise&who=women&area=bow&cost=free';

    expect(parse(query)).toEqual({
      when: 'sat',
      filters: { need: 'exercise', who: 'women', area: 'bow', cost: 'free' },
    });
    expect(toWhatsOnQuery(parse(query))).toBe(query);
  });

  test('is today and everything where it says nothing or what nobody knows', () => {
    expect(parse('')).toEqual({ when: 'today', filters: {} });
    expect(parse('when=yesterday&need=dragons&area=')).toEqual({ when: 'today', filters: {} });
    expect(toWhatsOnQuery(parse('when=TODAY'))).toBe('');
  });

  test('names a weekday that is today or the next to come', () => {
    // A Tuesday.
    expect(datesOf('tue', '2026-12-01')).toEqual(['2026-12-01']);
    expect(datesOf('mon', '2026-12-01')).toEqual(['2026-12-07']);
    expect(datesOf('tomorrow', '2026-12-31')).toEqual(['2027-01-01']);
    expect(datesOf('week', '2026-12-01')).toHaveLength(7);
  });
});

describe('filters of what is on', () => {
  const walk = aListing('walk', { needs: ['exercise'], area: 'bow' });

  test('each have to fit', () => {
    expect(matchesFilters(walk, {})).toBe(true);
    expect(matchesFilters(walk, { need: 'exercise', area: 'bow', cost: 'free' })).toBe(true);
    expect(matchesFilters(walk, { need: 'exercise', area: 'poplar' })).toBe(false);
    expect(matchesFilters(walk, { cost: 'paid' })).toBe(false);
  });

  test('let in what is for everyone, and not what is for others', () => {
    expect(matchesFilters(walk, { who: 'women' })).toBe(true);
    expect(matchesFilters({ ...walk, audiences: ['men'] }, { who: 'women' })).toBe(false);
  });

  test('offer the values that there are, and the chosen one', () => {
    const slugs = usedItems(lists, 'need', [walk], undefined).map(({ slug }) => slug);

    expect(slugs).toEqual(['exercise']);
    expect(usedItems(lists, 'need', [walk], 'food')).toHaveLength(2);
  });
});
