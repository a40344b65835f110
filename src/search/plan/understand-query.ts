import type { Places } from '../../directory/places.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import { createFalseAlarmDetector } from '../crisis/false-alarm.ts';
import type { Crisis, Filters, Near, SearchRequest } from '../port.ts';
import type { ChosenTopics } from '../topics/choose-topics.ts';
import { createTopicDetector, spansOf, type TopicDetectorParts } from '../topics/topic-detector.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { createNameFinder } from './find-names.ts';
import { findNear, takeNear } from './find-near.ts';
import { createQueryParser, type ParsedQuery } from './parse-query.ts';
import type { PlannedWord } from './plan.ts';
import { createWordPlanner } from './plan-words.ts';

/** What a search says: the plan, and the words above the results, are made of it. */
export interface QueryUnderstanding {
  /** As typed, no longer than is read. */
  typed: string;
  near: Near | undefined;
  parsed: ParsedQuery;
  /** What is used, and what is only offered. */
  topics: ChosenTopics;
  crisis: Crisis | undefined;
  /** Filters that the words set. */
  filters: Filters;
  /** Listings whose whole name stands among the words. */
  namedListings: string[];
  unwantedWords: PlannedWord[];
  unwantedNeeds: string[];
}

export interface UnderstandingParts extends TopicDetectorParts {
  places: Places;
  listings: readonly PublicListing[];
  /** The words of the indexed listings. */
  lexicon: Lexicon;
  /** Danger that words may speak of. */
  findCrisis(words: readonly string[]): Crisis | undefined;
  commonWords: ReadonlySet<string>;
  /** Is there a listing whose name holds all these words? */
  isName: (words: readonly PlannedWord[]) => boolean;
}

const FREE: Filters = { cost: ['free'] };
const NO_PREDICTION = { isName: true, isOnlyPreference: true };

/** Reads a resident's words. */
export function createQueryUnderstanding(
  parts: UnderstandingParts,
): (request: SearchRequest) => QueryUnderstanding {
  const { definition, tokeniser, places, isName } = parts;
  const detector = createTopicDetector(parts);
  const planWords = createWordPlanner(parts);
  const parse = createQueryParser({
    definition,
    tokeniser,
    isKnownWord: (word) => parts.isKnownWord(word) || detector.hasWord(word),
    read(words) {
      const planned = planWords(words);
      const phrases = detector.findPhrases(words);
      return { words, phrases, planned, isName: isName(planned.words) };
    },
  });
  const findNames = createNameFinder(parts.listings, {
    tokeniser,
    isOrdinary: detector.isPhrase,
  });
  const isFalseAlarm = createFalseAlarmDetector(parts.situations, definition);

  return (request) => {
    const typed = request.q.slice(0, definition.settings.limits.queryCharacters);
    const words = tokeniser.words(typed);
    const taken = takeNear(words, places);
    const parsed = parse(taken.rest);
    const possible = parts.findCrisis(words);
    const detected = detector.detect(parsed.words, parsed.phrases, {
      isName: parsed.isName,
      isOnlyPreference: parsed.planned.isOnlyPreference,
      crisis: possible,
    });
    const isFree = parsed.planned.isFree(spansOf(parsed.phrases));
    return {
      typed,
      near: findNear(request.near, places) ?? taken.near,
      parsed,
      topics: request.literal ? undone(detected) : detected,
      crisis: possible && isFalseAlarm(possible, detected) ? undefined : possible,
      filters: isFree && !request.literal ? FREE : {},
      namedListings: request.literal ? [] : findNames(taken.rest),
      unwantedWords: planWords(parsed.unwanted).words,
      unwantedNeeds: needsOf(parsed.unwanted),
    };
  };

  /** Those that words name, none that they only hint at. */
  function needsOf(words: readonly string[]): string[] {
    if (words.length === 0) return [];
    return detector.detect(words, detector.findPhrases(words), NO_PREDICTION).needs;
  }
}

/** Nothing is used of what was understood; all of it is offered again. */
function undone(detected: ChosenTopics): ChosenTopics {
  return {
    ...detected,
    situations: [],
    suggestedSituations: [...new Set([...detected.situations, ...detected.suggestedSituations])],
    needs: [],
    suggestedNeeds: [...new Set([...detected.needs, ...detected.suggestedNeeds])],
    together: false,
    isCertain: false,
    likely: [],
  };
}
