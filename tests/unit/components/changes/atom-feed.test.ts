/** Covers src/components/changes/atom-feed.ts, src/components/changes/change-words.ts. */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { type FeedFacts, formatAtom } from '../../../../src/components/changes/atom-feed.ts';
import type { DirectoryChange } from '../../../../src/directory/changes/directory-changes.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const club = aListing('club', { name: 'Tea & <Talk> "Club"' });
const change = (fields: Partial<DirectoryChange> = {}): DirectoryChange => ({
  date: '2026-07-02',
  slug: 'club',
  listing: club,
  what: 'changed',
  facts: ['phone', 'hours'],
  ...fields,
});
const feed = (changes: DirectoryChange[], fields: Partial<FeedFacts> = {}) =>
  readFeed(
    formatAtom({
      locale: 'en',
      title: 'Changes – Support & more',
      author: 'Support & more',
      changes,
      path: '/changes.atom',
      page: '/changes/',
      site: new URL('https://example.org'),
      since: '2026-01-05',
      ...fields,
    }),
  );

/** The feed as a program reads it; throws where it is not well-formed. */
function readFeed(text: string) {
  const { root } = parseXml(text);
  if (!root) throw new Error('the feed is empty');
  return {
    root,
    ...fieldsOf(root),
    entries: elementsOf(root, 'entry').map((entry) => ({ element: entry, ...fieldsOf(entry) })),
  };
}

function fieldsOf(element: XmlElement) {
  const text = (name: string) => elementsOf(element, name)[0]?.text;
  const link = (rel: string) =>
    elementsOf(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href;
  return {
    id: text('id'),
    title: text('title'),
    updated: text('updated'),
    author: text('author'),
    self: link('self'),
    alternate: link('alternate'),
  };
}

function elementsOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => child.type === 'element' && (child as XmlElement).name === name,
  );
}

describe('the feed of changes', () => {
  test('has what Atom asks of a feed: an id, a title, an author, when it changed, its own address', () => {
    const { root, ...fields } = feed([change()]);

    expect(root.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
    expect(fields).toMatchObject({
      id: 'https://example.org/changes.atom',
      title: 'Changes – Support & more',
      author: 'Support & more',
      // Midnight in London, in summer.
      updated: '2026-07-01T23:00:00.000Z',
      self: 'https://example.org/changes.atom',
      alternate: 'https://example.org/changes/',
    });
  });

  test('says of each listing which facts changed, and leads to its page', () => {
    expect(feed([change()]).entries[0]).toMatchObject({
      id: 'tag:example.org,2026-07-02:club/changed',
      title: 'Tea & <Talk> "Club": changed: phone, days and times',
      updated: '2026-07-01T23:00:00.000Z',
      alternate: 'https://example.org/organisations/club/',
    });
  });

  test('gives each entry an id of its own', () => {
    const entries = feed([
      change({ what: 'new' }),
      change(),
      change({ date: '2026-07-01' }),
      change({ slug: 'tea' }),
    ]).entries;

    expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
  });

  test.for([
    ['new', 'new in the directory'],
    ['open', 'is running again'],
    ['paused', 'is probably not running now'],
    ['closed', 'has closed'],
  ] as const)('says of one that is %s: %s', ([what, words]) => {
    expect(feed([change({ what })]).entries[0]?.title).toBe(`Tea & <Talk> "Club": ${words}`);
  });

  test('leads from one that is gone to the page of changes', () => {
    const gone = change({ what: 'gone', slug: 'old-club', listing: undefined });

    expect(feed([gone]).entries[0]).toMatchObject({
      title: 'old club: no longer in our directory',
      alternate: 'https://example.org/changes/',
    });
  });

  test('of which nothing was noted is as old as the notes', () => {
    const { entries, updated } = feed([]);

    expect(entries).toEqual([]);
    expect(updated).toBe('2026-01-05T00:00:00.000Z');
  });

  test('in Bengali says so, and leads to pages in Bengali', () => {
    const { root, self, entries } = feed([change()], { locale: 'bn' });

    expect(root.attributes['xml:lang']).toBe('bn');
    expect(self).toBe('https://example.org/bn/changes.atom');
    expect(entries[0]?.title).toContain('বদলেছে: ফোন');
  });
});
