/** Covers src/platform/files/content-files.ts, src/platform/files/text-files.ts. */
import { describe, expect, test } from 'vitest';
import { hasNoContact } from '../../src/directory/contact.ts';
import { listingSchema } from '../../src/directory/listing.ts';
import { formatProblem } from '../../src/directory/reading/content-problem.ts';
import { parseDirectory } from '../../src/directory/reading/parse-directory.ts';
import { readYaml } from '../../src/directory/reading/read-yaml.ts';
import { today } from '../../src/platform/clock.ts';
import { loadContentFiles } from '../../src/platform/files/content-files.ts';
import { hasSharedData, readSharedData } from '../support/directory/shared-data.ts';

const content = loadContentFiles('content');
const parsed = parseDirectory(content, today());
if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
const { directory } = parsed;

describe('the listings', () => {
  test('each has a page of its own, paused and closed ones too', () => {
    const files = content.files.filter(({ path }) => path.startsWith('organisations/'));
    expect(directory.listings).toHaveLength(files.length);
    expect(new Set(directory.listings.map(({ slug }) => slug)).size).toBe(files.length);
  });

  test('give few reasons for a look: two mailboxes of small groups, and postcodes across the border', () => {
    const doubts = parsed.notices.filter(
      ({ file, field, group }) =>
        file.startsWith('organisations/') && field !== 'postcode' && !group,
    );
    expect(doubts.map(({ file, field }) => `${file}: ${field}`)).toEqual([
      'organisations/band-for-life.yaml: email',
      'organisations/turks-head-charity.yaml: email',
    ]);
  });

  test('a few dozen tell people to ring, and no number is known', () => {
    const numberless = parsed.notices.filter(({ group }) => group?.includes('no phone number'));
    expect(numberless.length).toBeLessThan(40);
  });

  test('every need has an open listing', () => {
    const open = directory.listings.filter(({ status }) => status === 'open');
    const helped = new Set(open.flatMap(({ needs }) => needs));
    expect(directory.lists.needs.filter(({ slug }) => !helped.has(slug))).toEqual([]);
  });

  test('no editors’ note and no source gets out', () => {
    const published = JSON.stringify(directory.listings);
    const websites = directory.listings.flatMap(({ website }) => website ?? []);
    const secrets = readListings().flatMap(({ editorsNote, trust }) => [
      ...(editorsNote ? [editorsNote] : []),
      // Some sources are a listing's website as well.
      ...trust.sources.filter((source) => !websites.some((website) => website.includes(source))),
    ]);
    expect(secrets.length).toBeGreaterThan(100);
    expect(secrets.filter((secret) => published.includes(secret))).toEqual([]);
  });
});

describe.skipIf(!hasSharedData)('compared with the collected data', () => {
  // What an editor has checked or changed since is the editor's: only unchecked listings are compared.
  const collected = readCollected();
  const ours = new Map(readListings().map((listing) => [listing.slug, listing]));

  test('all 476 listings are here', () => {
    expect(collected).toHaveLength(476);
    expect(collected.filter(({ slug }) => !ours.has(slug))).toEqual([]);
  });

  test('facts and notes of unchecked listings are as they were collected, but for facts found since', () => {
    const since = readFactsSince();
    for (const record of collected) {
      const listing = ours.get(record.slug);
      if (!listing || listing.trust.checks.length > 0) continue;
      const own = toCollected(listing);
      const { sources = [], note, ...facts } = record;
      expect(own).toMatchObject({ ...facts, ...since.get(record.slug) });
      expect(own.sources).toEqual(expect.arrayContaining(sources));
      // What was found since may have answered a note.
      if (!since.has(record.slug)) expect(own.note ?? '').toContain(note ?? '');
    }
  });

  test('23 listings have no way to reach them', () => {
    expect(directory.listings.filter(hasNoContact)).toHaveLength(23);
  });

  test('the 30 active practices are here', () => {
    const practices: { odsCode: string; status: string; postcode: string }[] = JSON.parse(
      readSharedData('gp-practices.json'),
    );
    const active = practices.filter(({ status }) => status === 'active');
    expect(directory.practices.map(({ odsCode, postcode }) => [odsCode, postcode])).toEqual(
      active.map(({ odsCode, postcode }) => [odsCode, postcode]),
    );
  });

  test('every postcode of the borough is here', () => {
    const [, ...rows] = readSharedData('postcodes-tower-hamlets.csv').trim().split('\n');
    expect(directory.places.size).toBe(rows.length);
    for (const row of rows) {
      const [postcode = '', latitude, longitude, ward] = row.split(',');
      const place = { postcode, latitude: Number(latitude), longitude: Number(longitude), ward };
      expect(directory.places.findPlace(postcode)).toEqual(place);
    }
  });
});

function readListings() {
  return content.files
    .filter(({ path }) => path.startsWith('organisations/'))
    .map((file) => {
      const reading = readYaml(file);
      if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
      const slug = file.path.replace(/^organisations\/|\.yaml$/g, '');
      return { ...listingSchema.parse(reading.value), slug };
    });
}

type Reading = ReturnType<typeof readListings>[number];

/** By listing: what public sources agreed on after the listings were collected. */
function readFactsSince(): Map<string, Record<string, unknown>> {
  const since = new Map<string, Record<string, unknown>>();
  for (const line of readSharedData('facts-2026-11.jsonl').trim().split('\n')) {
    const { slug, field, value, grade } = JSON.parse(line);
    // Collected listings have no such fields, or have them in another form.
    const isCompared = grade === 'add-now' && !['otherNames', 'sessions'].includes(field);
    const area = directory.lists.areas.find((each) => each.slug === value)?.label.en;
    const found = field === 'area' ? area : value;
    if (isCompared) since.set(slug, { ...since.get(slug), [field]: found });
  }
  return since;
}

interface CollectedListing {
  slug: string;
  sources?: string[];
  note?: string | null;
}

function readCollected(): CollectedListing[] {
  if (!hasSharedData) return [];
  return readSharedData('organisations.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function toCollected(listing: Reading): Record<string, unknown> {
  const { description, editorsNote, trust, area, ...rest } = listing;
  const { otherNames, translations, sessions, confidentialAddress, offers, ...facts } = rest;
  const areaName = directory.lists.areas.find(({ slug }) => slug === area)?.label.en;
  const absent = {
    partOf: null,
    firstStep: null,
    address: null,
    postcode: null,
    areaServed: null,
    hours: null,
    phone: null,
    email: null,
    website: null,
    charityNumber: null,
  };
  return {
    ...absent,
    ...facts,
    what: description,
    area: areaName ?? null,
    sources: trust.sources,
    confidence: trust.confidence,
    asOf: trust.collected ?? null,
    note: editorsNote ?? null,
  };
}
