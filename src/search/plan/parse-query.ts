import type { SearchDefinition } from '../definition/definition.ts';
import { createSpanFinder, type Span, touches, without } from '../words/phrase-finder.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { spotAge } from './find-age.ts';
import { createTimeSpotter } from './find-times.ts';
import { createNegationSpotter } from './find-unwanted.ts';
import type { PlannedPeople, PlannedTime } from './plan.ts';
import { splitJoined } from './segment-words.ts';

/** What was typed, with all that says not what is needed but for whom, where, when, or what is not. */
export interface Reading {
  /** The words that are left. */
  words: string[];
  age: PlannedPeople['age'];
  when: PlannedTime | undefined;
  /** Place outside the borough, as it is called. */
  outside: string | undefined;
  unwanted: string[];
  /** Kinds of help asked for. */
  wants: string[];
}

export interface ReaderParts {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  /** Is it a word of the index, of any phrase, or of English? */
  isKnown(word: string): boolean;
  /** Is there a listing whose name holds all these words? Then they are left as they are. */
  isName(words: readonly string[]): boolean;
  /** Where known phrases stand: what they hold is not taken out of them. */
  findTopics(words: readonly string[]): readonly Span[];
}

export function createReader(parts: ReaderParts): (words: readonly string[]) => Reading {
  const { definition, tokeniser } = parts;
  const entries = (lists: Record<string, string[]>) => Object.entries(lists);
  const findOutside = createSpanFinder(entries(definition.outside), tokeniser);
  const findWants = createSpanFinder(entries(definition.wants), tokeniser);
  const findAboutSearch = createSpanFinder([['search', definition.aboutSearch]], tokeniser);
  const spotTimes = createTimeSpotter(definition, tokeniser);
  const spotNegated = createNegationSpotter(definition, tokeniser);

  return (typed) => {
    const words = splitJoined(typed, parts.isKnown);
    const { when } = spotTimes(words);
    const wants = [...new Set(findWants(words).map(({ value }) => value))];
    const asTyped = { words, age: undefined, outside: undefined, unwanted: [], when, wants };
    if (parts.isName(words)) return asTyped;

    const topics = parts.findTopics(words);
    const age = spotAge(words);
    const places = findOutside(words).filter((span) => !touches(span, topics));
    const negated = spotNegated(words, topics);
    const aboutSearch = findAboutSearch(words).filter(
      (span) => !touches(span, [...topics, ...negated]),
    );
    const told = [...(age ? [age] : []), ...places, ...negated];
    return {
      ...asTyped,
      words: leftOf(words, [[...told, ...aboutSearch], told, places]),
      age: age?.age,
      outside: places[0]?.value,
      unwanted: negated.flatMap(({ unwanted }) => unwanted),
      wants: wantsOf(words, negated),
    };
  };

  function wantsOf(words: readonly string[], negated: readonly Span[]): string[] {
    const spans = findWants(words).filter((span) => !touches(span, negated));
    return [...new Set(spans.map(({ value }) => value))];
  }
}

/** The words without the first of the sets of spans that leaves any. */
function leftOf(words: readonly string[], choices: readonly (readonly Span[])[]): string[] {
  for (const spans of choices) {
    const left = without(words, spans);
    if (left.length > 0) return left;
  }
  return [...words];
}
