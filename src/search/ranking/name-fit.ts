import type { SearchDocument } from '../definition/documents.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { Tokeniser } from '../words/tokeniser.ts';

export interface NameFit {
  /** Share of the name that was typed. */
  coverage: number;
  /** 0 to 1, for comparing: the more, the better. */
  fit: number;
}

/**
 * How well words fit a listing's name. `terms`: words of the index that are looked for; they make up 0 to 1
 * of the name, rare ones weighing more: "law centre" is nearly all of "Tower Hamlets Law Centre". `borough`:
 * words for the whole borough, which are not looked for: as much again if they stand in the name too. The
 * best of its names counts.
 */
export function createNameFit(
  documents: readonly SearchDocument[],
  tokeniser: Tokeniser,
  lexicon: Pick<Lexicon, 'frequency'>,
): (index: number, terms: ReadonlySet<string>, borough: readonly string[]) => NameFit {
  const names = documents.map(({ name, otherNames }) =>
    [name, ...otherNames].map((text) => tokeniser.words(text)),
  );
  const weight = (word: string) => Math.log(1 + documents.length / (1 + lexicon.frequency(word)));
  return (index, terms, borough) => {
    let best = { coverage: 0, fit: 0 };
    for (const words of names[index] ?? []) {
      let held = 0;
      let whole = 0;
      for (const word of words) {
        whole += weight(word);
        if (terms.has(word) || borough.includes(word)) held += weight(word);
      }
      const coverage = whole > 0 ? held / whole : 0;
      const there = borough.filter((word) => words.includes(word)).length;
      const fit = (coverage + there / Math.max(borough.length, 1)) / 2;
      if (fit > best.fit) best = { coverage, fit };
    }
    return best;
  };
}
