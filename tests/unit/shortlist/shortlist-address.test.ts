import { describe, expect, test } from 'vitest';
import { addListing, moveListing, removeListing } from '../../../src/shortlist/shortlist.ts';
import {
  parseShortlist,
  toNewShortlistAddress,
  toShortlistAddress,
} from '../../../src/shortlist/shortlist-address.ts';

const TODAY = '2026-11-22';
const parse = (query: string) => parseShortlist(new URLSearchParams(query), TODAY);

describe('the address of a shortlist', () => {
  test('holds the listings in order, and the day', () => {
    const list = { slugs: ['bow-foodbank', 'age-uk'], made: '2026-05-12' };
    const address = toShortlistAddress('bn', list);

    expect(address).toBe('/bn/shortlist/?items=bow-foodbank.age-uk&made=2026-05-12');
    expect(parse(address.slice(address.indexOf('?')))).toEqual({
      shortlist: list,
      wasCut: false,
      isNew: false,
    });
    expect(toShortlistAddress('en', { slugs: [], made: TODAY })).toBe('/shortlist/');
  });

  test('of a list that begins has no day', () => {
    const address = toNewShortlistAddress('so', ['bow-foodbank', 'age-uk']);

    expect(address).toBe('/so/shortlist/?items=bow-foodbank.age-uk&made=new');
    expect(parse(address.slice(address.indexOf('?')))).toMatchObject({
      shortlist: { slugs: ['bow-foodbank', 'age-uk'], made: TODAY },
      isNew: true,
    });
  });

  test.each([
    ['ten thousand items', `items=${Array.from({ length: 10_000 }, (_, i) => `x${i}`).join('.')}`],
    ['script', 'items=bow-foodbank.%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
    ['a path', 'items=..%2F..%2Fetc'],
  ])('of %s is read as far as it makes sense, and says that it was cut', (_what, query) => {
    const { shortlist: list, wasCut } = parse(query);

    expect(wasCut).toBe(true);
    expect(list.slugs.length).toBeLessThanOrEqual(30);
    expect(list.slugs.filter((slug) => !/^[a-z0-9-]+$/.test(slug))).toEqual([]);
  });

  test.each([
    '',
    'made=',
    'made=unknown',
    'made=2026-02-30',
    'made=2026-11-23',
    'made=2019-12-31',
    'made=yesterday',
    'made=2026-05-1',
    'made=2026-05-122',
    'made=22026-05-12',
    'made=2026-05-112',
  ])('without a day that can be (%s) has none, and today is not put in its place', (query) => {
    const { shortlist: list, isNew } = parse(`items=a&${query}`);

    expect(list).toEqual({ slugs: ['a'], made: '' });
    expect(isNew).toBe(false);
    expect(parse(toShortlistAddress('en', list).slice('/shortlist/'.length)).shortlist).toEqual(
      list,
    );
  });

  test.each([
    'items=bow-foodbank.age-uk.&made=2026-05-12.',
    'items=bow-foodbank.age-uk&made=2026-05-12)%E2%80%9D,',
    'items=Bow-Foodbank.AGE-UK&made=2026-05-12',
    'items=%E2%80%8Bbow-foodbank.age-%E2%80%8Buk&made=2026-05-12%E2%80%8B',
    'items=bow%E2%80%91foodbank.age-uk&made=2026%E2%80%9305%E2%80%9312',
    'items=%22bow-foodbank.+age-uk%22&made=+2026-05-12',
    'items=bow-foodb%0D%0Aank.age-uk&made=2026-05-12',
    'items=bow-foodb=%0Aank.age-uk&made=2026-05-12',
    'items=bow-foodbank..age-uk&made=2O26-O5-l2',
  ])('is read through what happened to it on its way: %s', (query) => {
    expect(parse(query)).toEqual({
      shortlist: { slugs: ['bow-foodbank', 'age-uk'], made: '2026-05-12' },
      wasCut: false,
      isNew: false,
    });
  });

  test('names a listing once', () => {
    expect(parse('items=a.b.a').shortlist.slugs).toEqual(['a', 'b']);
  });
});

describe('a shortlist', () => {
  const list = { slugs: ['a', 'b', 'c'], made: TODAY };

  test('takes a listing at its end, once', () => {
    expect(addListing(list, 'd').slugs).toEqual(['a', 'b', 'c', 'd']);
    expect(addListing(list, 'a').slugs).toEqual(['b', 'c', 'a']);
  });

  test('takes no more than thirty', () => {
    const full = { slugs: Array.from({ length: 30 }, (_, i) => `s${i}`), made: TODAY };
    expect(addListing(full, 'more').slugs).toEqual(full.slugs);
  });

  test('gives up a listing, and moves one up or down', () => {
    expect(removeListing(list, 'b').slugs).toEqual(['a', 'c']);
    expect(moveListing(list, 'c', -1).slugs).toEqual(['a', 'c', 'b']);
    expect(moveListing(list, 'a', -1).slugs).toEqual(['a', 'b', 'c']);
    expect(moveListing(list, 'a', 1).slugs).toEqual(['b', 'a', 'c']);
    expect(moveListing(list, 'x', 1).slugs).toEqual(['a', 'b', 'c']);
  });
});
