import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SearcherParts } from '../../src/search/searcher.ts';
import { directory } from '../../src/wiring.ts';
import { aRequest, aSearcher, idsOf } from '../support/search/a-searcher.ts';

/** One line of search-index/invariants.jsonl: what a link worker takes for granted of two listings. */
const invariantSchema = z.strictObject({
  query: z.string().min(1),
  lang: z.enum(['en', 'bn', 'so']),
  before: z.string(),
  /** May be absent from the results. */
  after: z.string(),
  because: z.string().min(1),
});

const invariants = readFileSync('search-index/invariants.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => invariantSchema.parse(JSON.parse(line)));
const PER_PAGE = 50;

/** Over the real directory. */
export function describeInvariants(
  name: string,
  createEngine: SearcherParts['createEngine'],
): void {
  describe(`${name}: in the order of the results`, () => {
    const searcher = aSearcher(directory.listings, createEngine);

    test.each(invariants)('"$query" has $before before $after', async (invariant) => {
      const { query: q, lang: locale, before, after } = invariant;
      const found: string[] = [];
      for (let page = 1; !found.includes(before); page += 1) {
        const response = await searcher.search(aRequest({ q, locale, page, perPage: PER_PAGE }));
        found.push(...idsOf(response));
        if (response.hits.length < PER_PAGE) break;
      }
      expect(found).toContain(before);
      const place = found.indexOf(after);
      expect(place < 0 || place > found.indexOf(before), found.slice(0, 12).join(', ')).toBe(true);
    });

    test('every listing named is one that search may find', () => {
      const open = directory.listings.filter(({ status }) => status === 'open');
      const slugs = new Set(open.map(({ slug }) => slug));
      const unknown = invariants.flatMap(({ before, after }) => [before, after]);
      expect(unknown.filter((slug) => !slugs.has(slug))).toEqual([]);
    });
  });
}
