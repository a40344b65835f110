/**
 * Covers src/exchange/merging/match-listing.ts, src/exchange/merging/merge-record.ts,
 * src/exchange/merging/drop-unfit.ts, src/exchange/merging/same-fact.ts, src/exchange/merging/stored-listing.ts,
 * src/exchange/import-report.ts, src/exchange/read-own-json.ts.
 */
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatReport } from '../../../../src/exchange/import-report.ts';
import type { ListingRecord } from '../../../../src/exchange/listing-record.ts';
import { planImport } from '../../../../src/exchange/merging/plan-import.ts';
import { readOwnJson } from '../../../../src/exchange/read-own-json.ts';
import { contentFolder, listingFields, testToday } from '../../../support/directory/content.ts';

const trust = { sources: ['general knowledge'], checks: [] };
const check = { date: '2026-05-03', method: 'phone', facts: ['phone'] };
const stored = listingFields({
  phone: '020 7946 0123',
  hours: 'Mondays',
  trust: { sources: ['general knowledge'], checks: [check] },
});

describe('a record of a listing that is there', () => {
  test('changes only what it says otherwise', () => {
    const [item] = plan([{ slug: 'bow-lunch-club', fields: { ...stored, hours: 'Tuesdays' } }]);
    expect(item).toMatchObject({
      outcome: 'changed',
      changes: [{ field: 'hours', from: 'Mondays', to: 'Tuesdays' }],
    });
    expect(parse(item?.file?.text ?? '')).toEqual({ ...stored, hours: 'Tuesdays' });
  });

  test('is the same if it says what the file says, or its default', () => {
    const fields = { ...stored, otherNames: [], confidentialAddress: false };
    expect(plan([{ slug: 'bow-lunch-club', fields }])).toMatchObject([{ outcome: 'same' }]);
  });

  test('takes out what it should no longer have', () => {
    const [item] = plan([{ slug: 'bow-lunch-club', fields: {}, taken: ['hours'] }]);
    expect(parse(item?.file?.text ?? '')).not.toHaveProperty('hours');
  });

  test.each([
    ['of no day', undefined, 'same'],
    ['of the day before', '2026-05-02', 'same'],
    ['of the same day', '2026-05-03', 'changed'],
    ['of the day after', '2026-05-04', 'changed'],
  ])('%s: a checked fact stays unless the record is newer', (_, asOf, outcome) => {
    const [item] = plan([{ slug: 'bow-lunch-club', fields: { phone: '020 7946 0999' }, asOf }]);
    expect(item).toMatchObject({ outcome });
    expect(item?.kept).toHaveLength(outcome === 'same' ? 1 : 0);
  });

  test('adds checks and sources and takes none away; a new check makes way for its facts', () => {
    const newer = { date: '2026-06-01', method: 'visit', facts: ['phone'] };
    const trust = { sources: ['https://bow.example'], checks: [newer] };
    const [item] = plan([{ slug: 'bow-lunch-club', fields: { phone: '020 7946 0999', trust } }]);
    expect(parse(item?.file?.text ?? '')).toMatchObject({
      phone: '020 7946 0999',
      trust: { sources: ['general knowledge', 'https://bow.example'], checks: [check, newer] },
    });
  });

  test('is refused if the listing would not pass the check, which is told', () => {
    const items = plan([{ slug: 'bow-lunch-club', fields: { postcode: 'E3 5A', cost: 'gratis' } }]);
    expect(items).toMatchObject([{ outcome: 'refused', changes: [] }]);
    expect(items[0]?.file).toBeUndefined();
    expect(items[0]?.reasons.join()).toMatch(/cost: found 'gratis'; allowed: free, unknown/);
  });
});

describe('which listing a record is of', () => {
  const feed = { isOurs: false, source: 'https://feed.example/1', where: 'service 1' };

  test('an editor’s row without slug: the name is enough', () => {
    expect(plan([{ fields: { name: 'the bow LUNCH club', hours: 'Fridays' } }])).toMatchObject([
      { slug: 'bow-lunch-club', outcome: 'changed' },
    ]);
  });

  test('a feed: the name and a fact that both have', () => {
    const fields = { name: 'Bow Lunch Club', phone: '+44 20 7946 0123', email: 'info@bow.example' };
    const [item] = plan([{ ...feed, fields }]);
    expect(item).toMatchObject({
      slug: 'bow-lunch-club',
      changes: [{ field: 'email', to: 'info@bow.example' }],
    });
    // Its number in the feed stands among the sources, and is enough the next time.
    const text = item?.file?.text;
    expect(parse(text ?? '').trust.sources).toEqual(['general knowledge', feed.source]);
    const again = { ...feed, fields: { name: 'Another name', email: 'info@bow.example' } };
    expect(plan([again], text)).toMatchObject([{ slug: 'bow-lunch-club', outcome: 'same' }]);
  });

  test('a feed: a website is enough for the name itself, not for another name, as branches share it', () => {
    const website = 'https://charity.example';
    const ours = stringify(listingFields({ otherNames: ['The Charity'], website }));
    const of = (name: string) =>
      plan([{ ...feed, fields: { name, website, email: 'info@charity.example' } }], ours);
    expect(of('Bow Lunch Club')).toMatchObject([{ slug: 'bow-lunch-club' }]);
    expect(of('The Charity')).toMatchObject([{ outcome: 'refused' }]);
  });

  test('a feed that shares the name alone is refused, and says what to do', () => {
    const [item] = plan([{ ...feed, fields: { name: 'Bow Lunch Club' } }]);
    expect(item?.reasons[0]).toMatch(/has the name of 'bow-lunch-club', and it is not clear/);
  });

  test.each([
    ['of no day', undefined, 'same'],
    ['older than our sources', '2023-12-31', 'same'],
    ['of their year', '2024-01-01', 'changed'],
  ])('a feed that is %s replaces nothing that we have', (_, asOf, outcome) => {
    const ours = listingFields({
      phone: '020 7946 0123',
      email: 'info@bow.example',
      trust: { sources: ['general knowledge'], collected: 2024, checks: [] },
    });
    const fields = { name: 'Bow Lunch Club', phone: '020 7946 0123', email: 'tea@bow.example' };
    const [item] = plan([{ ...feed, fields, asOf }], stringify(ours));
    expect(item).toMatchObject({ outcome });
    expect(item?.kept).toHaveLength(outcome === 'same' ? 1 : 0);
  });

  test('a feed changes no words of ours', () => {
    const fields = {
      name: 'Bow Lunch Club',
      phone: '020 7946 0123',
      summary: 'Theirs',
      needs: ['loneliness'],
    };
    expect(plan([{ ...feed, fields }])).toMatchObject([{ outcome: 'same' }]);
  });

  test('the second record of one listing is refused', () => {
    const fields = { hours: 'Fridays' };
    expect(
      plan([
        { slug: 'bow-lunch-club', fields, where: 'row 2' },
        { slug: 'bow-lunch-club', fields, where: 'row 3' },
      ]),
    ).toMatchObject([
      { outcome: 'changed' },
      { outcome: 'refused', reasons: [expect.stringContaining('the same listing as row 2')] },
    ]);
  });
});

describe('a new listing', () => {
  test('gets a file of its own, written as ours are', () => {
    const [item] = plan([
      {
        fields: {
          ...stored,
          name: "St Mary's Tea & Talk",
          description: 'Tea for all.',
          phone: undefined,
          trust,
        },
      },
    ]);
    expect(item).toMatchObject({
      outcome: 'new',
      file: { path: 'organisations/st-marys-tea-and-talk.yaml' },
    });
  });

  test('of a feed needs what only an editor can choose', () => {
    const [item] = plan([
      { isOurs: false, fields: { name: 'Tea', summary: 'Tea', kind: 'charity' } },
    ]);
    expect(item?.reasons).toEqual([
      'an editor has to choose its needs, audiences, languages: for all of the feed or for this one, in the file of terms.',
    ]);
  });

  test.each(['../../outside', 'sub/folder', 'Capital', 'a b', '/etc/x', '..'])(
    'is refused under a name that no file of a listing has: %j',
    (slug) => {
      const fields = { ...stored, name: 'Tea', description: 'Tea.', phone: undefined, trust };
      const [item] = plan([{ slug, fields }]);
      expect(item?.outcome).toBe('refused');
      expect(item?.file).toBeUndefined();
    },
  );

  test('with a field that no listing has is refused', () => {
    const [item] = plan([
      { fields: { ...stored, name: 'Tea', description: 'Tea.', telephone: '1' } },
    ]);
    expect(item?.reasons.join()).toContain('there is no field of this name');
  });

  test('that another would copy: the second is refused, the first stays', () => {
    const fields = { ...stored, description: 'Tea and talk.', phone: undefined, trust };
    expect(
      plan([{ fields: { ...fields, name: 'Tea' } }, { fields: { ...fields, name: 'Talk' } }]),
    ).toMatchObject([{ outcome: 'new' }, { outcome: 'refused' }]);
  });
});

test('the report says of each record what becomes of it', () => {
  const report = formatReport(
    plan([
      {
        slug: 'bow-lunch-club',
        fields: { hours: 'Fridays', phone: '020 7946 0999' },
        where: 'row 2',
      },
      { fields: {}, where: 'row 3' },
    ]),
    ['a note'],
  );
  expect(report).toBe(`To know:
  a note

Refused (1):
  without a name (row 3)
    has no name.

Changed (1):
  bow-lunch-club (row 2)
    hours: 'Mondays' → 'Fridays'
    phone stays: checked on 2026-05-03 (phone), and what is here has no date.

2 read: 0 new, 1 changed, 0 the same, 1 refused.
`);
});

test('our own JSON: null takes a field out, what is no listing is refused', () => {
  const reading = readOwnJson({ listings: [{ slug: 'a', hours: null, name: 'A' }, 'x'] });
  expect(reading.ok && reading.records).toMatchObject([
    { slug: 'a', fields: { name: 'A' }, taken: ['hours'] },
    { refusal: expect.stringContaining('no listing') },
  ]);
  expect(readOwnJson({})).toMatchObject({ ok: false });
});

function plan(records: readonly Partial<ListingRecord>[], text?: string) {
  const content = contentFolder({ 'organisations/bow-lunch-club.yaml': text ?? stored });
  const whole = records.map((record) => ({
    where: 'row 2',
    fields: {},
    taken: [],
    notes: [],
    isOurs: true,
    ...record,
  }));
  return planImport(whole, { files: [...content.files], hash: '' }, testToday);
}
