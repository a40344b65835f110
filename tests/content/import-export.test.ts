/** Covers src/exchange/export-listings.ts, src/exchange/open-referral/read-services.ts. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type ExportedListing,
  exportListings,
  formatJson,
} from '../../src/exchange/export-listings.ts';
import { formatReport } from '../../src/exchange/import-report.ts';
import { planImport } from '../../src/exchange/merging/plan-import.ts';
import { termsSchema } from '../../src/exchange/open-referral/terms.ts';
import { readSource } from '../../src/exchange/read-source.ts';
import { readTable } from '../../src/exchange/tables/read-table.ts';
import { formatTable } from '../../src/exchange/tables/write-table.ts';
import { today } from '../../src/platform/clock.ts';
import { loadContentFiles } from '../../src/platform/files/content-files.ts';
import { hasSharedData, listSharedData, readSharedData } from '../support/directory/shared-data.ts';

const content = loadContentFiles('content');
const listings = content.files.filter(({ path }) => path.startsWith('organisations/'));

describe('an export of all listings', () => {
  test('holds all that their files say', () => {
    const exported = exportListings(content.files, true);
    expect(exported.map(({ fields }) => fields)).toEqual(
      exported.map(({ slug }) =>
        parse(listings.find(({ path }) => path === `organisations/${slug}.yaml`)?.text ?? ''),
      ),
    );
  });

  test('leaves confidential addresses out unless asked for', () => {
    const files = [
      {
        path: 'organisations/refuge.yaml',
        text: 'name: Refuge\naddress: 1 Hidden Row\npostcode: E3 5AB\narea: bow\nconfidentialAddress: true\n',
      },
    ];
    for (const format of [formatTable, formatJson]) {
      expect(format(exportListings(files, false))).not.toMatch(/Hidden|E3 5AB|,bow,|"bow"/);
      expect(format(exportListings(files, true))).toMatch(/Hidden/);
    }
  });

  test.each<[string, (listings: readonly ExportedListing[]) => string, boolean]>([
    ['CSV', formatTable, false],
    ['CSV with confidential addresses', formatTable, true],
    ['JSON', formatJson, false],
  ])('as %s changes nothing when it is imported', (_, format, withConfidential) => {
    const text = format(exportListings(content.files, withConfidential));
    const items = plan(text, 'export');
    expect(items).toHaveLength(listings.length);
    expect(items.filter(({ outcome, file }) => outcome !== 'same' || file)).toEqual([]);
  });
});

test('the template for editors names fields alone, and its example could be imported', () => {
  const text = readFileSync('docs/import/listings-template.csv', 'utf8');
  expect(readTable(text.replace(/^\uFEFF/, ''))).toMatchObject({ ok: true, notes: [] });
  expect(plan(text, 'template')).toMatchObject([{ outcome: 'new', reasons: [] }]);
});

test('the example of terms is one, and names values that our lists have', () => {
  const example = termsSchema.parse(parse(readFileSync('docs/import/terms-example.yaml', 'utf8')));
  const service = (id: string, term: string) => ({
    id,
    name: `Help ${id}`,
    description: `Help ${id} is here.`,
    taxonomies: [{ name: term }],
    contacts: [],
  });
  const [housing = '', ours = ''] = Object.keys(example.services);
  const services = [
    service('1', 'carers'),
    service('2', 'Debt advice'),
    service(housing, ''),
    service(ours, ''),
  ];
  const items = plan(JSON.stringify({ contents: services }), 'feed', example);
  expect(items.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new', 'same']);
});

const feeds = [
  { feed: 'bristol-oruk-v1-services', records: 819 },
  { feed: 'north-lincolnshire-oruk-v1-services', records: 738 },
  { feed: 'buckinghamshire-outpost-v1-services-page', records: 20 },
  { feed: 'bristol-hsds-uk-3.0-services-page', records: 3 },
  { feed: 'bristol-hsds-uk-3.0-service-detail', records: 1 },
];
const chosen = {
  defaults: { kind: 'charity', needs: ['loneliness'], audiences: ['everyone'], languages: ['en'] },
};

describe.skipIf(!hasSharedData)('real feeds (need ../shared/data)', () => {
  test.each(feeds)(
    '$feed: each of $records records becomes something, or a reason is given',
    ({ feed, records }) => {
      const file = listSharedData('oruk-samples').find((name) => name.startsWith(feed)) ?? feed;
      const text = readSharedData(`oruk-samples/${file}`);
      for (const terms of [{}, chosen]) {
        const items = plan(text, file, terms);
        expect(items).toHaveLength(records);
        const refused = items.filter(({ outcome }) => outcome === 'refused');
        expect(refused.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
        expect(refused.filter(({ file }) => file)).toEqual([]);
        if (terms === chosen) expect(refused.length).toBeLessThan(records / 8);
        expect(formatReport(items)).not.toMatch(/thecareforum\.org\.uk|assured_by/);
        for (const { file } of items) expect(file?.text ?? '').not.toMatch(/<\/?p>|&nbsp;|Ã©|â€/);
      }
    },
  );
});

function plan(text: string, from: string, terms: object = {}) {
  const options = { from, terms: termsSchema.parse(terms) };
  const reading = readSource(new TextEncoder().encode(text), options);
  if (!reading.ok) throw new Error(reading.problem);
  return planImport(reading.records, content, today());
}
