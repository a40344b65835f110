import type { SearchSettings } from '../../definition/definition-schemas.ts';
import type { SearchDocument } from '../../definition/documents.ts';
import { createColumns } from '../../ranking/columns.ts';
import type { Tokeniser } from '../../words/tokeniser.ts';
import { formatVersion, type IndexVersion } from './index-version.ts';

/** What Meilisearch keeps of a listing: its words as our tokeniser has them, and what filters and sorts. */
export type IndexDocument = Record<
  string,
  string | number | boolean | string[] | { lat: number; lng: number }
>;

/**
 * Texts go in as normalised words, so that joiners, apostrophes and Bengali figures are read as in the
 * embedded engine, and so that nothing in an index is fit to be shown.
 */
export function toIndexDocuments(
  documents: readonly SearchDocument[],
  settings: Pick<SearchSettings, 'fields'>,
  tokeniser: Tokeniser,
  version: IndexVersion,
): IndexDocument[] {
  const { nameOrder } = createColumns(documents);
  const names = settings.fields.filter((field) => field.isName);
  const heads = settings.fields.filter((field) => field.isName || field.name === 'summary');
  return documents.map((document, index) => {
    const textsOf = ({ name }: SearchSettings['fields'][number]) =>
      [document[name]].flat().map((text) => tokeniser.words(text));
    const wordsOf = (fields: SearchSettings['fields']) => [
      ...new Set(fields.flatMap(textsOf).flat()),
    ];
    const texts = settings.fields.map((field) => [
      field.name,
      textsOf(field).map((words) => words.join(' ')),
    ]);
    const { position, facets } = document;
    return {
      ...Object.fromEntries(texts),
      id: document.id,
      version: formatVersion(version),
      words: wordsOf(settings.fields),
      nameWords: wordsOf(names),
      headWords: wordsOf(heads),
      ...facets,
      mainNeed: facets.need.slice(0, 1),
      freshness: document.freshness,
      nameOrder: nameOrder[index] ?? 0,
      isPlaced: position !== undefined,
      ...(position ? { _geo: { lat: position.latitude, lng: position.longitude } } : {}),
    };
  });
}
