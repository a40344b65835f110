import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { Plan, PlannedWord } from '../plan/plan.ts';
import type { Lexicon } from '../words/lexicon.ts';

/**
 * Which of a plan's words stand where in which listing, as an engine records it, term by term.
 *
 *     plan           terms of the index          recorded by an engine       read by the ranking
 *     "walking"  →   walking 1, walk .75   →     walk: summary, in_so    →   strength .52, in the head
 *     "foodbank" →   food + bank (halves)  →     food: name; bank: name  →   strength .6, in the name
 *
 * Both engines record the same terms and fields of the same documents, so a text weighs the same whichever
 * of them found it.
 */
export interface WordMatches {
  /** Words of the index to look for. */
  terms: ReadonlySet<string>;
  /** `fields`: bit i is field i of the settings. */
  record(index: number, term: string, fields: number): void;
  /** Documents that hold any of the words, in the order they were recorded. */
  documents: readonly number[];
  /** Where word `word` of the plan stands, as the sum of zones: IN_TEXT, IN_HEAD and IN_NAME. */
  zonesOf(index: number, word: number): number;
  /** How much of the question the document holds, rare words and important fields weighing more: 0 to 1. */
  score(index: number): number;
  hasUnwanted(index: number): boolean;
  /** For each word of the plan that the document holds, the word of the index that stands for it. */
  matchedTerms(index: number): string[];
}

export const IN_TEXT = 1;
/** In the name or the summary. */
export const IN_HEAD = 2;
export const IN_NAME = 4;

// A place is better known from a listing's area; for whom, from its audiences.
const ROLE_WEIGHT = { content: 1, preference: 0.8, area: 0.1, borough: 0 };
const WEAK_WEIGHT = 0.5;
// Two halves are a guess at one word.
const HALVES_SIMILARITY = 0.9;
// A field of this weight alone counts half; each further field adds less.
const HALF_STRENGTH = 3;

/** Where a term's matches are written: the word, half or unwanted word that it stands for. */
interface Column {
  column: number;
  similarity: number;
}

export interface WordFields {
  strength: Float32Array;
  zones: Uint8Array;
}

/** For every set of fields that may hold a word: how much that says, and where it is. */
export function createWordFields(fields: SearchSettings['fields']): WordFields {
  const strength = new Float32Array(1 << fields.length);
  const zones = new Uint8Array(1 << fields.length);
  for (let mask = 1; mask < strength.length; mask += 1) {
    const matched = fields.filter((_, i) => mask & (1 << i));
    const sum = matched.reduce((total, { weight }) => total + weight, 0);
    strength[mask] = sum / (sum + HALF_STRENGTH);
    const isNamed = matched.some(({ isName }) => isName);
    const isHead = isNamed || matched.some(({ name }) => name === 'summary');
    zones[mask] = IN_TEXT | (isHead ? IN_HEAD : 0) | (isNamed ? IN_NAME : 0);
  }
  return { strength, zones };
}

export function createWordMatches(
  plan: Pick<Plan, 'words' | 'unwanted'>,
  {
    size,
    wordFields,
    lexicon,
  }: { size: number; wordFields: WordFields; lexicon: Pick<Lexicon, 'frequency'> },
): WordMatches {
  const { columns, halves, unwanted, width } = toColumns(plan);
  const strength = new Float32Array(size * width);
  const zones = new Uint8Array(size * width);
  const bestTerm = new Uint16Array(size * width);
  const isRecorded = new Uint8Array(size);
  const documents: number[] = [];
  const terms = [...columns.keys()];
  const termNumber = new Map(terms.map((term, number) => [term, number]));
  const weights = plan.words.map((word) => weightOf(word, lexicon, size));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);

  const at = (index: number, column: number) => index * width + column;
  const halvesStrength = (index: number, [first, second]: [number, number]) =>
    HALVES_SIMILARITY * Math.min(strength[at(index, first)] ?? 0, strength[at(index, second)] ?? 0);

  return {
    terms: new Set(terms),
    documents,
    record(index, term, fields) {
      if (isRecorded[index] === 0) {
        isRecorded[index] = 1;
        documents.push(index);
      }
      for (const { column, similarity } of columns.get(term) ?? []) {
        const cell = at(index, column);
        zones[cell] = (zones[cell] ?? 0) | (wordFields.zones[fields] ?? 0);
        const worth = similarity * (wordFields.strength[fields] ?? 0);
        if (worth <= (strength[cell] ?? 0)) continue;
        strength[cell] = worth;
        bestTerm[cell] = termNumber.get(term) ?? 0;
      }
    },
    zonesOf(index, word) {
      const own = zones[at(index, word)] ?? 0;
      const split = halves[word];
      if (!split) return own;
      return own | ((zones[at(index, split[0])] ?? 0) & (zones[at(index, split[1])] ?? 0));
    },
    score(index) {
      if (whole === 0) return 0;
      let matched = 0;
      for (const [word, weight] of weights.entries()) {
        const split = halves[word];
        const own = strength[at(index, word)] ?? 0;
        matched += weight * (split ? Math.max(own, halvesStrength(index, split)) : own);
      }
      return matched / whole;
    },
    hasUnwanted: (index) =>
      unwanted.some((column) => ((zones[at(index, column)] ?? 0) & IN_HEAD) !== 0),
    matchedTerms: (index) =>
      plan.words.flatMap((_, word) => {
        const cell = at(index, word);
        if (zones[cell]) return terms[bestTerm[cell] ?? 0] ?? [];
        const split = halves[word];
        if (!split?.every((column) => zones[at(index, column)])) return [];
        return split.map((column) => terms[bestTerm[at(index, column)] ?? 0]).join(' ');
      }),
  };
}

/** A column for each word, then for each half of a word, then for each word that is not wanted. */
function toColumns({ words, unwanted }: Pick<Plan, 'words' | 'unwanted'>) {
  const columns = new Map<string, Column[]>();
  const add = (term: string, column: Column) => {
    const others = columns.get(term);
    if (others) others.push(column);
    else columns.set(term, [column]);
  };
  let width = words.length;
  const halves: ([number, number] | undefined)[] = [];
  for (const [column, word] of words.entries()) {
    // Nearly every listing holds the borough's name.
    if (word.role === 'borough') continue;
    for (const [term, similarity] of word.terms) add(term, { column, similarity });
    if (!word.halves) continue;
    halves[column] = [width, width + 1];
    for (const half of word.halves) add(half, { column: width++, similarity: 1 });
  }
  const unwantedColumns = unwanted.map(({ terms }) => {
    for (const term of terms.keys()) add(term, { column: width, similarity: 1 });
    return width++;
  });
  return { columns, halves, unwanted: unwantedColumns, width };
}

/** How much a word says: the more, the fewer listings hold it. A word that none holds says nothing. */
function weightOf(
  { role, isWeak, terms, halves }: PlannedWord,
  lexicon: Pick<Lexicon, 'frequency'>,
  size: number,
): number {
  if (terms.size === 0 && !halves) return 0;
  let count = 0;
  for (const term of terms.keys()) count += lexicon.frequency(term);
  const rarity = Math.log(1 + size / (1 + Math.min(count, size)));
  return ROLE_WEIGHT[role] * (isWeak ? WEAK_WEIGHT : 1) * rarity;
}
