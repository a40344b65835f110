import type { Directory } from '../../directory/directory.ts';
import { findNearest } from '../../directory/nearest.ts';
import type { SearchDefinition } from './definition.ts';

/** Words in search-index/ for what content/ does not have, and so for nothing; one sentence each. */
export function findUnknownNames(
  { everyday, situations, wants, preferences }: SearchDefinition,
  { lists, situations: known }: Pick<Directory, 'lists' | 'situations'>,
): string[] {
  const values: [string, readonly string[], readonly { slug: string }[], string][] = [
    ['everyday/', [...everyday.keys()], lists.needs, 'content/lists/needs.yaml'],
    ['situations/', [...situations.keys()], known, 'content/situations/'],
    ['wants.yaml', Object.keys(wants), lists.offers, 'content/lists/offers.yaml'],
    ...preferred('who', preferences.who, lists.audiences, 'audiences'),
    ...preferred('area', preferences.area, lists.areas, 'areas'),
    ...preferred('language', preferences.language, lists.languages, 'languages'),
    ...preferred('cost', preferences.cost, lists.costs, 'costs'),
    ...preferred('way', preferences.way, lists.access, 'access'),
  ];
  return values.flatMap(([file, names, items, where]) => {
    const slugs = items.map(({ slug }) => slug);
    return names
      .filter((name) => !slugs.includes(name) && name !== EVERYWHERE)
      .map((name) =>
        describe(file.endsWith('/') ? `${file}${name}.yaml` : file, name, where, slugs),
      );
  });
}

/** Needs that have no words, so that nobody finds them by what they type; one sentence each. */
export function findWordless(
  { everyday }: Pick<SearchDefinition, 'everyday'>,
  { lists }: Pick<Directory, 'lists'>,
): string[] {
  return lists.needs
    .filter(({ slug }) => !everyday.has(slug))
    .map(
      ({ slug }) =>
        `search-index/everyday/${slug}.yaml: this file is missing, so nobody finds the need '${slug}' by the words they type. Copy that of another need, and write its words.`,
    );
}

// Of places, all at once.
const EVERYWHERE = 'everywhere';

function preferred(
  facet: string,
  words: Record<string, unknown>,
  items: readonly { slug: string }[],
  list: string,
): [string, readonly string[], readonly { slug: string }[], string][] {
  return [[`preferences/${facet}.yaml`, Object.keys(words), items, `content/lists/${list}.yaml`]];
}

function describe(file: string, name: string, where: string, known: readonly string[]): string {
  const nearest = findNearest(name, known);
  const guess = nearest ? ` Did you mean '${nearest}'?` : '';
  return `search-index/${file}: these are words for '${name}', which is not in ${where}.${guess}`;
}
