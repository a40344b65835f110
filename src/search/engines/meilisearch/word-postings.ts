import type { SearchSettings } from '../../definition/definition-schemas.ts';
import type { SearchDocument } from '../../definition/documents.ts';
import type { WordMatches } from '../../ranking/word-matches.ts';
import type { Tokeniser } from '../../words/tokeniser.ts';

/** Which of our own documents hold a word, and in which fields: Meilisearch does not say. */
export interface WordPostings {
  /** Notes where the words that are looked for stand in these documents, and in no others. */
  record(matches: WordMatches, indexes: readonly number[]): void;
}

interface Posting {
  documents: Uint32Array;
  /** Bit i: field i of the settings. */
  fields: Uint16Array;
}

export function createWordPostings(
  documents: readonly SearchDocument[],
  { fields }: Pick<SearchSettings, 'fields'>,
  tokeniser: Tokeniser,
): WordPostings {
  const pairs = new Map<string, number[]>();
  for (const [index, document] of documents.entries()) {
    for (const [word, fieldBits] of readFields(document, fields, tokeniser)) {
      const others = pairs.get(word);
      if (others) others.push(index, fieldBits);
      else pairs.set(word, [index, fieldBits]);
    }
  }
  const postings = new Map<string, Posting>();
  for (const [word, flat] of pairs) {
    postings.set(word, {
      documents: Uint32Array.from({ length: flat.length / 2 }, (_, i) => flat[2 * i] ?? 0),
      fields: Uint16Array.from({ length: flat.length / 2 }, (_, i) => flat[2 * i + 1] ?? 0),
    });
    pairs.delete(word);
  }
  const isWanted = new Uint8Array(documents.length);

  return {
    record(matches, indexes) {
      for (const index of indexes) isWanted[index] = 1;
      for (const term of matches.terms) {
        const posting = postings.get(term);
        for (const [i, index] of posting?.documents.entries() ?? []) {
          if (isWanted[index]) matches.record(index, term, posting?.fields[i] ?? 0);
        }
      }
      for (const index of indexes) isWanted[index] = 0;
    },
  };
}

function readFields(
  document: SearchDocument,
  fields: SearchSettings['fields'],
  tokeniser: Tokeniser,
): Map<string, number> {
  const fieldBits = new Map<string, number>();
  for (const [i, { name }] of fields.entries()) {
    for (const text of [document[name]].flat()) {
      for (const word of tokeniser.words(text))
        fieldBits.set(word, (fieldBits.get(word) ?? 0) | (1 << i));
    }
  }
  return fieldBits;
}
