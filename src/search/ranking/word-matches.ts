import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { Plan, PlannedWord } from '../plan/plan.ts';
import type { WordList } from '../words/lexicon.ts';

/**
 * Which of a plan's words stand where in which listing, as an engine notes it, term by term.
 *
 *     plan           terms of the index          noted by an engine          read by the ranking
 *     "walking"  →   walking 1, walk .75   →     walk: summary, in_so    →   strength .52, in the head
 *     "foodbank" →   food + bank (halves)  →     food: name; bank: name  →   strength .6, in the name
 *
 * Both engines note the same terms and fields of the same documents, so a text weighs the same whichever
 * of them found it.
 */
export interface WordEvidence {
  /** Words of the index to look for. */
  terms: ReadonlySet<string>;
  /** `fields`: bit i is field i of the settings. */
  note(index: number, term: string, fields: number): void;
  /** Documents that hold any of the words. */
  noted: readonly number[];
  /** Where word `word` of the plan stands, as the sum of IN_TEXT, IN_HEAD and IN_NAME. */
  placesOf(index: number, word: number): number;
  /** How much of the question the document holds, rare words and important fields weighing more: 0 to 1. */
  share(index: number): number;
  holdsUnwanted(index: number): boolean;
  /** For each word of the plan that the document holds, the word of the index that stands for it. */
  wordsOf(index: number): string[];
}

export const IN_TEXT = 1;
/** In the name or the summary. */
export const IN_HEAD = 2;
export const IN_NAME = 4;

// A place is better known from a listing's area; for whom, from its audiences.
const ROLE_WEIGHT = { content: 1, aside: 0.8, place: 0.1, borough: 0 };
const WEAK_WEIGHT = 0.5;
// Two halves are a guess at one word.
const HALVES_LIKENESS = 0.9;
// A field of this weight alone counts half; each further field adds less.
const HALF_STRENGTH = 3;

interface Meaning {
  column: number;
  likeness: number;
}

export interface WordFields {
  strength: Float32Array;
  places: Uint8Array;
}

/** For every set of fields that may hold a word: how much that says, and where it is. */
export function createWordFields(fields: SearchSettings['fields']): WordFields {
  const strength = new Float32Array(1 << fields.length);
  const places = new Uint8Array(1 << fields.length);
  for (let mask = 1; mask < strength.length; mask += 1) {
    const held = fields.filter((_, i) => mask & (1 << i));
    const sum = held.reduce((total, { weight }) => total + weight, 0);
    strength[mask] = sum / (sum + HALF_STRENGTH);
    const isNamed = held.some(({ isName }) => isName);
    const isHead = isNamed || held.some(({ name }) => name === 'summary');
    places[mask] = IN_TEXT | (isHead ? IN_HEAD : 0) | (isNamed ? IN_NAME : 0);
  }
  return { strength, places };
}

export function createWordEvidence(
  plan: Pick<Plan, 'words' | 'unwanted'>,
  {
    size,
    wordFields,
    list,
  }: { size: number; wordFields: WordFields; list: Pick<WordList, 'count'> },
): WordEvidence {
  const { meanings, halves, unwanted, width } = toColumns(plan);
  const strength = new Float32Array(size * width);
  const places = new Uint8Array(size * width);
  const bestTerm = new Uint16Array(size * width);
  const isNoted = new Uint8Array(size);
  const noted: number[] = [];
  const terms = [...meanings.keys()];
  const termNumber = new Map(terms.map((term, number) => [term, number]));
  const weights = plan.words.map((word) => weigh(word, list, size));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);

  const at = (index: number, column: number) => index * width + column;
  const halvesStrength = (index: number, [first, second]: [number, number]) =>
    HALVES_LIKENESS * Math.min(strength[at(index, first)] ?? 0, strength[at(index, second)] ?? 0);

  return {
    terms: new Set(terms),
    noted,
    note(index, term, fields) {
      if (isNoted[index] === 0) {
        isNoted[index] = 1;
        noted.push(index);
      }
      for (const { column, likeness } of meanings.get(term) ?? []) {
        const cell = at(index, column);
        places[cell] = (places[cell] ?? 0) | (wordFields.places[fields] ?? 0);
        const worth = likeness * (wordFields.strength[fields] ?? 0);
        if (worth <= (strength[cell] ?? 0)) continue;
        strength[cell] = worth;
        bestTerm[cell] = termNumber.get(term) ?? 0;
      }
    },
    placesOf(index, word) {
      const own = places[at(index, word)] ?? 0;
      const split = halves[word];
      if (!split) return own;
      return own | ((places[at(index, split[0])] ?? 0) & (places[at(index, split[1])] ?? 0));
    },
    share(index) {
      if (whole === 0) return 0;
      let held = 0;
      for (const [word, weight] of weights.entries()) {
        const split = halves[word];
        const own = strength[at(index, word)] ?? 0;
        held += weight * (split ? Math.max(own, halvesStrength(index, split)) : own);
      }
      return held / whole;
    },
    holdsUnwanted: (index) =>
      unwanted.some((column) => ((places[at(index, column)] ?? 0) & IN_HEAD) !== 0),
    wordsOf: (index) =>
      plan.words.flatMap((_, word) => {
        const cell = at(index, word);
        if (places[cell]) return terms[bestTerm[cell] ?? 0] ?? [];
        const split = halves[word];
        if (!split?.every((column) => places[at(index, column)])) return [];
        return split.map((column) => terms[bestTerm[at(index, column)] ?? 0]).join(' ');
      }),
  };
}

/** A column for each word, then for each half of a word, then for each word that is not wanted. */
function toColumns({ words, unwanted }: Pick<Plan, 'words' | 'unwanted'>) {
  const meanings = new Map<string, Meaning[]>();
  const add = (term: string, meaning: Meaning) => {
    const known = meanings.get(term);
    if (known) known.push(meaning);
    else meanings.set(term, [meaning]);
  };
  let width = words.length;
  const halves: ([number, number] | undefined)[] = [];
  for (const [column, word] of words.entries()) {
    // Nearly every listing holds the borough's name.
    if (word.role === 'borough') continue;
    for (const [term, likeness] of word.terms) add(term, { column, likeness });
    if (!word.halves) continue;
    halves[column] = [width, width + 1];
    for (const half of word.halves) add(half, { column: width++, likeness: 1 });
  }
  const unwantedColumns = unwanted.map(({ terms }) => {
    for (const term of terms.keys()) add(term, { column: width, likeness: 1 });
    return width++;
  });
  return { meanings, halves, unwanted: unwantedColumns, width };
}

/** How much a word says: the more, the fewer listings hold it. A word that none holds says nothing. */
function weigh(
  { role, isWeak, terms, halves }: PlannedWord,
  list: Pick<WordList, 'count'>,
  size: number,
): number {
  if (terms.size === 0 && !halves) return 0;
  let count = 0;
  for (const term of terms.keys()) count += list.count(term);
  const rarity = Math.log(1 + size / (1 + Math.min(count, size)));
  return ROLE_WEIGHT[role] * (isWeak ? WEAK_WEIGHT : 1) * rarity;
}
