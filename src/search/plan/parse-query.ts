import type { SearchDefinition } from '../definition/definition.ts';
import { type PhrasesFound, spansOf } from '../topics/topic-detector.ts';
import { createPhraseFinder, type FoundPhrase } from '../words/phrase-finder.ts';
import { overlaps, type Span, withoutSpans } from '../words/spans.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { findAge } from './find-age.ts';
import { createTimeFinder } from './find-times.ts';
import { createUnwantedFinder } from './find-unwanted.ts';
import type { PlannedPeople, PlannedTime } from './plan.ts';
import type { PlannedWords } from './plan-words.ts';
import { segmentWords } from './segment-words.ts';

/** What words say by themselves: looked up once, and handed on. */
export interface WordsRead {
  words: readonly string[];
  /** The phrases for situations and needs in them. */
  phrases: PhrasesFound;
  planned: PlannedWords;
  /** Some listing's name holds them all. */
  isName: boolean;
}

/** The words that are left without all that says not what is needed but for whom, where, when, or what is not. */
export interface ParsedQuery extends WordsRead {
  age: PlannedPeople['age'];
  when: PlannedTime | undefined;
  /** Place outside the borough, as it is called. */
  outside: string | undefined;
  unwanted: string[];
  /** Kinds of help asked for. */
  offersAsked: string[];
}

export interface QueryParserParts {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  /** Is it a word of the index, of any phrase, or of English? */
  isKnownWord(word: string): boolean;
  read(words: readonly string[]): WordsRead;
}

/** Words of a listing's name are left as they are, and so is what phrases for situations and needs cover. */

export function createQueryParser(
  parts: QueryParserParts,
): (words: readonly string[]) => ParsedQuery {
  const { definition, tokeniser } = parts;
  const findOutside = createPhraseFinder(Object.entries(definition.outside), tokeniser);
  const findOffers = createPhraseFinder(Object.entries(definition.wants), tokeniser);
  const findAboutSearch = createPhraseFinder([['search', definition.aboutSearch]], tokeniser);
  const findTimes = createTimeFinder(definition, tokeniser);
  const findUnwanted = createUnwantedFinder(definition, tokeniser);

  return (typed) => {
    const words = segmentWords(typed, parts.isKnownWord);
    const all = parts.read(words);
    const offers = findOffers(words);
    const asTyped: ParsedQuery = {
      ...all,
      age: undefined,
      outside: undefined,
      unwanted: [],
      when: findTimes(words).when,
      offersAsked: valuesOf(offers),
    };
    if (all.isName) return asTyped;

    const topics = spansOf(all.phrases);
    const age = findAge(words);
    const places = findOutside(words).filter((span) => !overlaps(span, topics));
    const unwanted = findUnwanted(words, topics);
    const aboutSearch = findAboutSearch(words).filter(
      (span) => !overlaps(span, [...topics, ...unwanted]),
    );
    const asides = [...(age ? [age] : []), ...places, ...unwanted];
    const left = leftOf(words, [[...asides, ...aboutSearch], asides, places]);
    return {
      ...asTyped,
      // Words that stand together only since others were taken out may be a phrase.
      ...(left.length === words.length ? all : parts.read(left)),
      age: age?.age,
      outside: places[0]?.value,
      unwanted: unwanted.flatMap((span) => span.unwanted),
      offersAsked: valuesOf(offers.filter((span) => !overlaps(span, unwanted))),
    };
  };
}

function valuesOf(found: readonly FoundPhrase<string>[]): string[] {
  return [...new Set(found.map(({ value }) => value))];
}

/** The words without the first of the sets of spans that leaves any. */
function leftOf(words: readonly string[], choices: readonly (readonly Span[])[]): string[] {
  for (const spans of choices) {
    const left = withoutSpans(words, spans);
    if (left.length > 0) return left;
  }
  return [...words];
}
