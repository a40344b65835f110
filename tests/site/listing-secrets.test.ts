import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PublicListing } from '../../src/directory/public-listing.ts';
import { directory } from '../../src/wiring.ts';
import { articleOf, pageOf, readBuiltPages, toText } from '../support/site/built-pages.ts';

const { listings } = directory;

test("no page holds an editor's note or a source", () => {
  const everything = readBuiltPages()
    .map(({ html }) => toText(html))
    .join('\n');
  const leaked = listings.flatMap(({ slug, website }) => {
    const file = parse(readFileSync(`content/organisations/${slug}.yaml`, 'utf8'));
    const sources: string[] = file.trust.sources.filter((source: string) => source !== website);
    const secrets = [file.editorsNote?.replace(/\s+/g, ' ').trim(), ...sources];
    return secrets
      .filter((secret) => secret && secret !== 'general knowledge' && everything.includes(secret))
      .map((secret) => `${slug}: ${secret}`);
  });

  expect(leaked).toEqual([]);
});

describe('facts for search engines', () => {
  const factsOf = (listing: PublicListing) => {
    const [, json = ''] =
      /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(pageOf(listing, 'en')) ?? [];
    return JSON.parse(json) as Record<string, unknown>;
  };

  test('are those of the page', () => {
    const wrong = listings.filter((listing) => {
      const facts = factsOf(listing);
      return facts.name !== listing.name || facts['@context'] !== 'https://schema.org';
    });

    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('hold no opening hours, ratings or dates that nobody checked', () => {
    const wrong = listings.filter((listing) =>
      /openingHours|rating|review|dateModified|lastReviewed/i.test(
        JSON.stringify(Object.keys(factsOf(listing))),
      ),
    );

    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('hold nothing of where a confidential listing is, nor does its page', () => {
    const confidential = listings.filter((listing) => listing.confidentialAddress);
    const wrong = confidential.filter((listing) => {
      const { address, postcode } = parse(
        readFileSync(`content/organisations/${listing.slug}.yaml`, 'utf8'),
      );
      const article = articleOf(listing, 'en');
      return (
        'address' in factsOf(listing) ||
        JSON.stringify(factsOf(listing)).includes('PostalAddress') ||
        [address, postcode].some((secret) => secret && article.includes(secret))
      );
    });

    expect(confidential.length).toBeGreaterThan(0);
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });
});
