import { expect, test } from 'vitest';
import { type BuiltPage, mainOf, readBuiltPages } from '../../support/site/built-pages.ts';
import { findHtmlFaults, type HtmlRules } from '../../support/site/html-faults.ts';

const pages = readBuiltPages();

// Ids that are used twice: tests/site/pages.test.ts.
test('no built page holds what a browser would mend in its own way', () => {
  const parts = pages.map((page) => ({ ...page, html: mainOf(page.html) }));
  // What stands around the main part is alike in most pages, and takes as long: once is enough.
  const around = new Map(
    pages.map((page) => [withoutWords(page.html.replace(mainOf(page.html), '')), page]),
  );

  expect(pages.length).toBeGreaterThan(1500);
  expect(faultsOf(parts, 'nesting')).toEqual([]);
  expect(faultsOf([...around.values()], 'nesting')).toEqual([]);
});

// All rules over all pages take minutes, and most pages are alike. What differs is in these.
test('every kind of built page in each language is valid HTML', () => {
  const different = takeDifferent(pages);

  expect(new Set(different.map(({ locale }) => locale)).size).toBe(3);
  expect(different.length).toBeGreaterThan(40);
  expect(faultsOf(different, 'all')).toEqual([]);
});

/** Pages that have a tag with attributes, classes, a type or a role that none before in their language has. */
function takeDifferent(all: BuiltPage[]): BuiltPage[] {
  const seen = new Set<string>();
  return all.filter(({ html, locale }) => {
    const known = seen.size;
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) {
      seen.add(locale + tag.replaceAll(/(?<! class| type| role)="[^"]*"/g, ''));
    }
    return seen.size > known;
  });
}

function withoutWords(html: string): string {
  return html.replaceAll(/="[^"]*"/g, '').replaceAll(/>[^<]+/g, '>');
}

function faultsOf(some: BuiltPage[], which: HtmlRules): string[] {
  return some.flatMap(({ path, html }) =>
    findHtmlFaults(html, which).map((fault) => `${path}: ${fault}`),
  );
}
