import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendPath, mendQuery } from '../../../../src/platform/http/mend-address.ts';

const isCaseFree = (path: string) => !/^\/refer\/status\/[^/]+$/.test(path);
const mended = (address: string) => {
  const found = mendPath(address, isCaseFree);
  return found && found.path + found.search;
};

const seed = 20261201;

describe('a query', () => {
  test.each([
    '',
    '?',
    '?strict',
    '?q=debt+advice&need=money&near=E1+4AA',
    '?items=bow-foodbank.age-uk&made=2026-05-12',
    '?q=50%&x=%E0%A4%A',
    '?q=benefits+%26amp%3B+debt',
    '?q=3D+printing',
    '?utm_source=news&q=x',
  ])('that nothing happened to stays as it is: %s', (query) => {
    expect(mendQuery(query)).toBe(query);
  });

  test.each([
    ['?cost=free&amp;q=food', '?cost=free&q=food'],
    ['?amp;q=food', '?q=food'],
    ['?a=b&amp;amp;q=food', '?a=b&q=food'],
    ['?a=b&amp%3Bq=food', '?a=b&q=food'],
    ['?Q=food', '?q=food'],
    ['?%E2%80%8Bq=food', '?q=food'],
    ['?%22q=food', '?q=food'],
    ['??q=food', '?q=food'],
    ['?q%3Dfood%26cost%3Dfree', '?q=food&cost=free'],
    ['?items=3Dage-uk&made=3D2026-05-12', '?items=age-uk&made=2026-05-12'],
  ])('%s means %s', (damaged, query) => {
    expect(mendQuery(damaged)).toBe(query);
  });

  test('is put right once, whatever it was, and never breaks a header', () => {
    fc.assert(
      fc.property(anyAddress(), (text) => {
        const once = mendQuery(`?${text}`);
        expect(once).not.toMatch(/[\r\n]/);
        if (once !== `?${text}`) expect(mendQuery(mendQuery(once))).toBe(mendQuery(once));
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('a path that leads nowhere', () => {
  test.each([
    ['/s/9ekcrzqhhr28k.', '/s/9ekcrzqhhr28k'],
    ['/s/9ekcrzqhhr28k)%E2%80%9D', '/s/9ekcrzqhhr28k'],
    ['/bn/S/9ekcrzqhhr28k', '/bn/s/9ekcrzqhhr28k'],
    ['/refer/status/AbC-_x/).', '/refer/status/AbC-_x'],
    ['/refer/status/AbC%E2%80%8Bx/', '/refer/status/AbCx'],
    ['/Refer/Status/AbCx/', '/refer/status/AbCx'],
    ['/refer/status/AbCx%E2%80', '/refer/status/AbCx'],
    ['/refer/status/AbCx%', '/refer/status/AbCx'],
    ['/refer/status/AbCx/%', '/refer/status/AbCx'],
    ['/refer/status/AbCx%E2%8', '/refer/status/AbCx'],
    ['/refer/sta%tus/AbCx/', '/refer/status/AbCx'],
    ['/refer/status/Ab%0D%0ACx', '/refer/status/AbCx'],
    ['/refer/status/Ab=%0ACx', '/refer/status/AbCx'],
    ['/refer%2Fstatus%2FAbCx', '/refer/status/AbCx'],
    ['/refer%252Fstatus%252FAbCx', '/refer/status/AbCx'],
    ['//needs/food/', '/needs/food'],
    ['/%22needs/food/%22', '/needs/food'],
    ['/help/no%E2%80%91money/', '/help/no-money'],
    ['/search/%3Fq%3Dfood%26cost%3Dfree', '/search?q=food&cost=free'],
    ['/search/%23top', '/search'],
    ['/Search/?q=food', '/search?q=food'],
  ])('%s was %s', (damaged, address) => {
    expect(mended(damaged)).toBe(address);
  });

  test.each([
    '/',
    '/needs/none/',
    '/refer/status/AbCx/',
    '/%E0%A4%A',
    '/needs/%E0%A4%A/',
    '/.git/x',
    '/%',
  ])('and is spelt as ours are is left: %s', (address) => {
    expect(mended(address)).toBeUndefined();
  });

  test('is put right once, whatever it was, and never leads to another site', () => {
    fc.assert(
      fc.property(anyAddress(), (text) => {
        const found = mendPath(`/${text}`, isCaseFree);
        if (!found) return;
        expect(found.path).toMatch(/^\/[\w-]/);
        expect(found.path + found.search).not.toMatch(/[\r\n\\]/);
        expect(mendPath(`${found.path}/${found.search}`, isCaseFree)).toBeUndefined();
      }),
      { seed, numRuns: 2000 },
    );
  });
});

/** Bits of addresses in any order, whole and broken. */
function anyAddress() {
  const bits = [
    '/',
    '//',
    '\\',
    '?',
    '&',
    '&amp;',
    '=',
    '=3D',
    '%',
    '%2',
    '%2F',
    '%25',
    '%3F',
    '%3D',
    '%26',
  ];
  const more = [
    '%E2%80%8B',
    '%0D%0A',
    '%23',
    '#',
    '.',
    '..',
    'q',
    'AbC',
    'food',
    '+',
    ' ',
    '\u200b',
    'বাং',
    '"',
  ];
  return fc
    .array(fc.constantFrom(...bits, ...more), { maxLength: 12 })
    .map((each) => each.join(''));
}
