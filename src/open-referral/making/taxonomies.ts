import type { ListItem, Lists } from '../../directory/lists.ts';
import { byLanguage, translatedLocales } from '../../i18n/locale.ts';
import type { Taxonomy, TaxonomyTerm } from '../entities/taxonomy.ts';
import type { Ids } from './ids.ts';

/** The lists that editors choose from, each a taxonomy; groups of needs are the parents of their needs. */
export interface Taxonomies {
  taxonomies: Taxonomy[];
  terms: TaxonomyTerm[];
  /** `code`: the slug of a value of the list; undefined: no value of it. */
  findTerm(list: TaxonomyCode, code: string): TaxonomyTerm | undefined;
}

export const taxonomyCodes = [
  'need',
  'offer',
  'audience',
  'access',
  'cost',
  'area',
  'kind',
] as const;
export type TaxonomyCode = (typeof taxonomyCodes)[number];

const names: Record<TaxonomyCode, { name: string; description: string }> = {
  need: {
    name: 'Needs',
    description: 'What someone wants help with. Groups of needs are the parents of their needs.',
  },
  offer: { name: 'Kinds of help', description: 'What one gets there.' },
  audience: { name: 'Who it is for', description: 'The people whom a service is for.' },
  access: { name: 'Ways in', description: 'How someone starts.' },
  cost: { name: 'Costs', description: 'What someone pays.' },
  area: { name: 'Neighbourhoods', description: 'The neighbourhood where a service is.' },
  kind: { name: 'Kinds of organisation', description: 'What sort of body runs a service.' },
};

export function toTaxonomies(lists: Lists, ids: Ids): Taxonomies {
  const terms = new Map<string, TaxonomyTerm>();
  const add = (list: TaxonomyCode, value: ListItem, more: Partial<TaxonomyTerm> = {}) => {
    terms.set(termKey(list, value.slug), { ...toTerm(list, value, ids), ...more });
  };
  for (const group of lists.needGroups) {
    add('need', { ...group, slug: groupCode(group.slug) });
    const parent_id = ids('taxonomy-term', 'need', groupCode(group.slug));
    for (const need of group.needs) add('need', need, { parent_id, description: need.intro.en });
  }
  const others: Record<Exclude<TaxonomyCode, 'need'>, readonly ListItem[]> = {
    offer: lists.offers,
    audience: lists.audiences,
    access: lists.access,
    cost: lists.costs,
    area: lists.areas,
    kind: lists.kinds,
  };
  for (const code of taxonomyCodes) {
    if (code !== 'need') for (const value of others[code]) add(code, value);
  }
  return {
    taxonomies: taxonomyCodes.map((code) => ({
      id: ids('taxonomy', code),
      ...names[code],
      directory_code: code,
    })),
    terms: [...terms.values()],
    findTerm: (list, code) => terms.get(termKey(list, code)),
  };
}

function toTerm(list: TaxonomyCode, { slug, label, uri }: ListItem, ids: Ids): TaxonomyTerm {
  return {
    id: ids('taxonomy-term', list, slug),
    code: slug,
    name: label.en,
    description: `${names[list].name}: ${label.en}`,
    taxonomy: names[list].name,
    taxonomy_id: ids('taxonomy', list),
    term_uri: uri,
    directory_names: byLanguage(translatedLocales, (locale) => label[locale]),
  };
}

// A need and a group may have the same slug.
function groupCode(slug: string): string {
  return `group-${slug}`;
}

function termKey(list: TaxonomyCode, code: string): string {
  return `${list} ${code}`;
}
