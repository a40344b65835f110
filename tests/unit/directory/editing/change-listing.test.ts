/**
 * Covers src/directory/editing/edit-fields.ts, src/directory/editing/edit-entries.ts,
 * src/directory/editing/field-order.ts, src/directory/editing/is-same.ts, src/directory/editing/text-edits.ts.
 */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  changeListing,
  type ListingChanges,
} from '../../../../src/directory/editing/change-listing.ts';
import { writeListing } from '../../../../src/directory/editing/write-listing.ts';
import { listingSchema } from '../../../../src/directory/listing.ts';
import { loadContentFiles } from '../../../../src/platform/files/content-files.ts';

const FILE = `# Rang in May.
name: Bow Lunch Club   # as on the door
kind: charity
status: open

summary: A hot lunch
description: >-
  You can have
  lunch.

needs: [ food, loneliness ] # main first
audiences: [everyone]
languages: [en]
cost: free

phone: '020 7364 5000'

trust:
  sources:
    # The page moved.
    - https://www.example.org/lunch # old
    - general knowledge
  checks: []
`;

describe('changing a listing', () => {
  test('keeps every byte if nothing changes', () => {
    expect(changeListing(FILE, {})).toBe(FILE);
    expect(changeListing(FILE, { phone: '020 7364 5000', needs: ['food', 'loneliness'] })).toBe(
      FILE,
    );
    expect(changeListing(FILE, { trust: { checks: [] }, email: undefined })).toBe(FILE);
  });

  test('changes the lines of the field alone', () => {
    expect(changes({ name: 'Bow Lunch', needs: ['food'] })).toEqual([
      '-name: Bow Lunch Club   # as on the door',
      '+name: Bow Lunch   # as on the door',
      '-needs: [ food, loneliness ] # main first',
      '+needs: [food] # main first',
    ]);
  });

  test('puts numbers between quotation marks, and texts that YAML would read otherwise', () => {
    expect(changes({ phone: '020 7364 5001', hours: 'Mondays: 10am to noon' })).toEqual([
      "-phone: '020 7364 5000'",
      '+hours: "Mondays: 10am to noon"',
      '+phone: "020 7364 5001"',
      '+',
    ]);
  });

  test('folds a long text below its name, its comment above it', () => {
    const long = 'You can have lunch with others and stay for a chat afterwards. '.repeat(3).trim();
    const changed = changeListing(FILE, { name: long });
    expect(changed).toContain('# as on the door\nname: >-\n  You can have lunch');
    expect(parse(changed)).toMatchObject({ name: long, kind: 'charity' });
    expect(Math.max(...changed.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test('puts a new field where our files have it', () => {
    expect(changes({ email: 'info@bow.example', offers: ['food'], address: '1 Bow Road' })).toEqual(
      ['+offers: [food]', '+address: 1 Bow Road', '+', '+email: info@bow.example'],
    );
  });

  test('puts a new field before one that changes', () => {
    const website = changeListing(FILE, { phone: undefined, website: 'https://bow.example' });
    expect(
      difference(
        website,
        changeListing(website, { email: 'info@bow.example', website: 'https://www.bow.example' }),
      ),
    ).toEqual([
      '-website: https://bow.example',
      '+email: info@bow.example',
      '+website: https://www.bow.example',
    ]);
  });

  test('takes a field out with its lines, and the blank line of a group that is gone', () => {
    expect(changes({ phone: undefined })).toEqual(["-phone: '020 7364 5000'", '-']);
    expect(changes({ description: undefined })).toEqual([
      '-description: >-',
      '-  You can have',
      '-  lunch.',
    ]);
  });

  test('adds a check and keeps what stands around it', () => {
    const check = { date: '2026-11-20', method: 'phone', facts: ['phone', 'hours'] } as const;
    const once = changeListing(FILE, { trust: { checks: [{ ...check, facts: ['phone'] }] } });
    const twice = changeListing(once, {
      trust: {
        checks: [
          { ...check, facts: ['phone'] },
          { ...check, facts: ['phone', 'hours'] },
        ],
      },
    });
    expect(difference(FILE, twice)).toEqual([
      '-  checks: []',
      '+  checks:',
      '+    - date: "2026-11-20"',
      '+      method: phone',
      '+      facts: [phone]',
      '+    - date: "2026-11-20"',
      '+      method: phone',
      '+      facts: [phone, hours]',
    ]);
    expect(changeListing(twice, { trust: { checks: [] } })).toBe(FILE);
  });

  test('adds and takes out entries of a list line by line', () => {
    const sources = ['https://www.example.org/lunch', 'https://bow.example', 'general knowledge'];
    const more = changeListing(FILE, { trust: { sources } });
    expect(difference(FILE, more)).toEqual(['+    - https://bow.example']);
    expect(
      changeListing(more, {
        trust: { sources: ['https://www.example.org/lunch', 'general knowledge'] },
      }),
    ).toBe(FILE);
  });

  test('keeps Windows line ends and a byte order mark', () => {
    const windows = `\uFEFF${FILE.replaceAll('\n', '\r\n')}`;
    expect(changeListing(windows, { cost: 'low-cost' })).toBe(
      windows.replace('cost: free', 'cost: low-cost'),
    );
  });

  test('refuses a file that cannot be read', () => {
    expect(() => changeListing('name: "Bow', { cost: 'free' })).toThrow('cannot be read');
    expect(() => changeListing('- a list', { cost: 'free' })).toThrow('cannot be read');
  });
});

describe('the listings of this directory', () => {
  const files = loadContentFiles('content').files.filter(({ path }) =>
    path.startsWith('organisations/'),
  );
  const changeCount = Object.keys(someChanges()).length;
  // Texts that somebody broke into lines in a way of their own.
  const handmade = files.filter(({ text }) => writeListing(parse(text)) !== text);

  test('are written as a new listing would be, but for a few that somebody laid out by hand', () => {
    expect(files.length).toBeGreaterThan(400);
    expect(handmade.length).toBeLessThan(files.length / 20);
  });

  test('keep every byte if nothing changes', () => {
    for (const { path, text } of files) {
      expect(changeListing(text, parse(text)), path).toBe(text);
    }
  });

  // Each listing has one of the changes in turn: all of them for all take a minute.
  test.each(Object.entries(someChanges()))(
    'are the same again after %s was changed and changed back',
    (name, change) => {
      const turn = Object.keys(someChanges()).indexOf(name);
      const fields = Object.keys(change) as (keyof ListingChanges)[];
      for (const { path, text } of files.filter((_, index) => index % changeCount === turn)) {
        const before = parse(text);
        const back = Object.fromEntries(fields.map((field) => [field, before[field]]));
        const changed = changeListing(text, change);
        expect(listingSchema.parse(parse(changed)), path).toMatchObject(withoutGone(change));
        const again = changeListing(changed, back);
        expect(parse(again), path).toEqual(before);
        const isOurs = !handmade.some((file) => file.path === path);
        if (isOurs) expect(again, path).toBe(text);
      }
    },
    30_000,
  );
});

function someChanges(): Record<string, ListingChanges> {
  return {
    'a number': { phone: '020 7946 0123' },
    'a short text': { hours: 'Mondays: 10am to noon', firstStep: 'Ring "us" first.' },
    'a long text': {
      description: 'Come in and have a cup of tea with your neighbours. '.repeat(6).trim(),
    },
    'a text of several lines': { editorsNote: 'First line.\n\nSecond: line # and more.' },
    'a list': { otherNames: ['One, with a comma', '[Two]'], access: [] },
    'what is gone': {
      phone: undefined,
      website: undefined,
      editorsNote: undefined,
      offers: undefined,
    },
    'a whole group': {
      address: undefined,
      postcode: undefined,
      area: undefined,
      areaServed: undefined,
      hours: undefined,
      sessions: undefined,
    },
    times: { sessions: [{ days: ['mon'], opens: '10:00', closes: '12:00', what: 'Tea' }] },
    translations: { translations: { bn: { summary: 'দুপুরের খাবার' }, so: { firstStep: 'Kaalay.' } } },
    everything: { name: 'A', kind: 'b', status: 'paused', summary: 'c', cost: 'd', needs: ['e'] },
  };
}

function withoutGone(change: ListingChanges): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function changes(change: ListingChanges): string[] {
  return difference(FILE, changeListing(FILE, change));
}

/** Lines that went and came, in order of place, as few as a simple comparison finds. */
function difference(before: string, after: string): string[] {
  const a = before.split('\n');
  const b = after.split('\n');
  const lengths = a.map(() => b.map(() => 0)).concat([b.map(() => 0)]);
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const told: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (i < a.length && at(i + 1, j) >= at(i, j + 1)) told.push(`-${a[i++]}`);
    else if (j < b.length) told.push(`+${b[j++]}`);
    else told.push(`-${a[i++]}`);
  }
  return told;
}
