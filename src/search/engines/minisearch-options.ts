import type { Options } from 'minisearch';
import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { SearchDocument } from '../definition/documents.ts';
import type { Tokeniser } from '../words/tokeniser.ts';

/** What MiniSearch indexes: a document under its index. */
export interface MiniSearchEntry {
  id: number;
  document: SearchDocument;
}

/** MiniSearch as the definition has it: its fields, what each weighs, and our own words. */
export function toMiniSearchOptions(
  settings: Pick<SearchSettings, 'fields'>,
  tokeniser: Tokeniser,
): Options<MiniSearchEntry> {
  return {
    fields: settings.fields.map((field) => field.name),
    extractField: (entry, field) => {
      if (field === 'id') return entry.id;
      const value = entry.document[field as 'name' | 'otherNames'];
      return typeof value === 'string' ? value : value.join('\n');
    },
    tokenize: (text) => tokeniser.words(text),
    processTerm: (term) => term,
    searchOptions: {
      boost: Object.fromEntries(settings.fields.map((field) => [field.name, field.weight])),
    },
  };
}
