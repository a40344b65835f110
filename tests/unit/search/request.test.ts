import { describe, expect, test } from 'vitest';
import { parseSearchRequest } from '../../../src/search/request.ts';

describe('the address of a search', () => {
  test('asks for words, filters, a place, an order and a page', () => {
    const request = parse('q=damp+flat&need=housing&cost=free&near=E1+4AA&sort=distance&page=2');

    expect(request).toMatchObject({
      q: 'damp flat',
      filters: { need: ['housing'], cost: ['free'] },
      near: 'E1 4AA',
      sort: 'distance',
      page: 2,
      literal: false,
    });
  });

  test('asks for what is open now, and for days', () => {
    expect(parse('open=now&day=sat,sun')).toMatchObject({
      openNow: true,
      filters: { day: ['sat', 'sun'] },
    });
    expect(parse('open=later')).not.toHaveProperty('openNow');
  });

  test('may repeat a filter or list its values with commas', () => {
    expect(parse('need=food&need=housing').filters).toEqual({ need: ['food', 'housing'] });
    expect(parse('need=food,housing,food').filters).toEqual({ need: ['food', 'housing'] });
  });

  test('asks for everything when it is bare', () => {
    expect(parse('')).toMatchObject({ q: '', filters: {}, near: '', sort: 'relevance', page: 1 });
  });

  test('leaves out what it does not know', () => {
    expect(parse('colour=red&sort=best&page=-3&literal=yes')).toMatchObject({
      filters: {},
      sort: 'relevance',
      page: 1,
      literal: false,
    });
    for (const page of ['0', '1.5', 'x', 'Infinity', '1e99']) {
      expect(parse(`page=${page}`).page).toBe(page === '1e99' ? 9999 : 1);
    }
  });

  test('is cut at 200 characters, never through a letter', () => {
    expect(parse(`q=${'a'.repeat(10_000)}`).q).toHaveLength(200);
    const cut = parse(`q=${'a'.repeat(199)}${encodeURIComponent('😀')}`).q;
    expect(cut).toBe('a'.repeat(199));
  });

  test.each([
    'q=debt%2520advice&need=money&cost=free&near=E1%25204AA',
    'q=debt+advice&need=money).&cost=Free%E2%80%8B&near=E1+4AA',
    'q=debt%0D%0Aadvice&need=%22money%22&cost=fr%0Aee&near=E1%0A4AA',
    'q=debt+advice%EF%BF%BD&need=money%E2%80&cost=free.&near=E1+4AA',
  ])('is read through what happened to it on its way: %s', (query) => {
    expect(parse(`${query}&sort=distance.&page=2)`)).toMatchObject({
      q: 'debt advice',
      filters: { need: ['money'], cost: ['free'] },
      near: 'E1 4AA',
      sort: 'distance',
      page: 2,
    });
  });

  test('in Bengali may be escaped twice', () => {
    const q = 'একা লাগে';
    expect(parse(`q=${encodeURIComponent(encodeURIComponent(q))}`).q).toBe(q);
  });

  test.each(['50% off', '100%', '3D printing', 'A&E', 'c++'])(
    'keeps what looks damaged: %s',
    (q) => {
      expect(parse(`q=${encodeURIComponent(q)}`).q).toBe(q);
    },
  );

  test('survives control characters and percent signs that encode nothing', () => {
    expect(parse('q=food%00%0Abank').q).toBe('food bank');
    expect(parse('q=100%&near=%E0%A4%A').q).toBe('100%');
  });
});

function parse(query: string) {
  return parseSearchRequest(new URLSearchParams(query), 'en');
}
