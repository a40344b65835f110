/**
 * Everything that the open data says of the listings in content/, against the standard's own schemas and
 * against what we document of it. Covers src/open-referral/entities/field.ts,
 * src/open-referral/entities/location.ts, src/open-referral/entities/organization.ts,
 * src/open-referral/entities/page.ts, src/open-referral/entities/service-schemas.ts,
 * src/open-referral/entities/taxonomy.ts.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lists } from '../../../src/open-referral/answer.ts';
import { createOpenApi } from '../../../src/open-referral/openapi.ts';
import { today } from '../../../src/platform/clock.ts';
import { directory } from '../../../src/wiring.ts';
import { hasSharedData } from '../../support/directory/shared-data.ts';
import { askable, asRead, feedOf } from '../../support/open-referral/a-feed.ts';
import { createHsdsChecks } from '../../support/open-referral/hsds-schemas.ts';

const feed = askable(feedOf(directory, today()), directory);
const kinds = [
  ['services', 'service'],
  ['service_at_locations', 'service_at_location'],
  ['taxonomies', 'taxonomy'],
  ['taxonomy_terms', 'taxonomy_term'],
] as const;

async function allPages(list: string, query = '') {
  const first = await feed.page(list, `${query}&page=1`);
  const pages = [first];
  for (let page = 2; page <= first.total_pages; page += 1) {
    pages.push(await feed.page(list, `${query}&page=${page}`));
  }
  return pages;
}

function wholeOf(list: string, id: string): unknown {
  const answer = feed.one(list, id);
  return answer.ok ? asRead(answer.body) : answer.problem;
}

const isHere = hasSharedData ? '' : ' (skipped: the schemas of the standard are not here)';

describe.skipIf(!hasSharedData)(`by the schemas of Open Referral UK 3.0${isHere}`, () => {
  const checks = createHsdsChecks();

  test.each(kinds)('every page of %s is right', async (list, schema) => {
    for (const query of ['', 'per_page=7', 'full=true']) {
      if (query === 'full=true' && !list.startsWith('service')) continue;
      for (const page of await allPages(list, query)) {
        expect(checks.findErrors(`${schema}_list`, page)).toEqual([]);
      }
    }
  });

  test.each(kinds)('every entry of %s is right, and is where its id says', async (list, schema) => {
    const pages = await allPages(list, 'per_page=100');
    const ids = pages.flatMap(({ contents }) => contents.map(({ id }) => id));
    const errors = ids.flatMap((id) => checks.findErrors(schema, wholeOf(list, id)));

    expect(errors).toEqual([]);
    expect(new Set(ids).size).toBe(pages[0]?.total_items);
  });

  test.each([
    ['a moment without a zone', { last_modified: '2026-11-30T09:00:00' }],
    ['a null', { email: null }],
    ['an id that is none', { id: 'bow-foodbank' }],
    ['a status of our own', { status: 'open' }],
  ])('%s would be found', (_name, change) => {
    const service = asRead(feed.feed.services[0]?.whole);

    expect(checks.findErrors('service', service)).toEqual([]);
    expect(checks.findErrors('service', { ...service, ...change })).not.toEqual([]);
  });
});

describe('by our own description', () => {
  const { components } = createOpenApi(new URL('https://help.example')) as {
    components: { schemas: Record<string, object> };
  };
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema({ $id: 'feed', components });
  const errorsOf = (schema: string, value: unknown) =>
    ajv.validate(`feed#/components/schemas/${schema}`, value) ? [] : ajv.errors;

  test.each(kinds)('nothing is in %s that is not documented', async (list, schema) => {
    for (const page of await allPages(list)) {
      expect(errorsOf(`${schema}_page`, page)).toEqual([]);
      for (const { id } of page.contents) expect(errorsOf(schema, wholeOf(list, id))).toEqual([]);
    }
  });

  test('one field more would be found', () => {
    const service = { ...asRead(feed.feed.services[0]?.whole), secret: 'x' };

    expect(errorsOf('service', service)).not.toEqual([]);
  });
});

describe('what must not be published', () => {
  const everything = Object.keys(lists)
    .flatMap((list) => entriesOf(list))
    .flatMap(stringsIn);
  const files = directory.listings.map(({ slug }) => ({
    slug,
    file: parse(readFileSync(`content/organisations/${slug}.yaml`, 'utf8')),
  }));

  test("is nowhere: no editor's note, no source, no word of who answers for several listings", () => {
    const strings = new Set(everything);
    const leaked = files.flatMap(({ slug, file }) => {
      const sources = file.trust.sources.filter((source: string) => source !== file.website);
      const secrets = [file.editorsNote, file.contactsOf, ...sources];
      return secrets.filter((secret) => strings.has(secret)).map((secret) => `${slug}: ${secret}`);
    });

    expect(everything.length).toBeGreaterThan(10_000);
    expect(leaked.filter((each) => !isWebsiteOfAnother(each))).toEqual([]);
  });

  test('is nowhere: no part of an address that is kept secret', () => {
    const secret = files.filter(({ file }) => file.confidentialAddress);
    const leaked = secret.flatMap(({ slug, file }) =>
      [file.address, file.postcode]
        .filter(Boolean)
        .flatMap((hidden) => everything.filter((text) => text.includes(hidden)))
        .map((text) => `${slug}: ${text}`),
    );

    expect(secret.length).toBeGreaterThan(0);
    expect(leaked).toEqual([]);
  });

  // A source may be another listing's website, which is published.
  function isWebsiteOfAnother(leak: string): boolean {
    return directory.listings.some(({ website }) => website && leak.endsWith(`: ${website}`));
  }
});

function entriesOf(list: string): unknown[] {
  const { services, serviceAtLocations, taxonomies, terms } = feed.feed;
  const all = {
    services,
    service_at_locations: serviceAtLocations,
    taxonomies,
    taxonomy_terms: terms,
  };
  return all[list as keyof typeof all].flatMap(({ whole, inList }) => [asRead(whole), inList]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
