import type { Lists } from '../../directory/lists.ts';
import type { Places } from '../../directory/places.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Situation } from '../../directory/situation.ts';
import { createHarmlessCheck } from '../crisis/false-alarm.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import type { Crisis, Filters, SearchRequest, SearchResponse } from '../port.ts';
import type { ChosenTopics } from '../topics/choose-topics.ts';
import { createTopicReader } from '../topics/topic-detector.ts';
import type { WordList } from '../words/lexicon.ts';
import type { Tokeniser } from '../words/tokeniser.ts';
import { createPhoneFinder } from './find-by-phone.ts';
import { createNamesInWords } from './find-names.ts';
import { findNear, takeNear } from './find-near.ts';
import { createReader, type Reading } from './parse-query.ts';
import { createFirstListings } from './pinned-listings.ts';
import type { Plan, PlannedPeople, PlannedWord } from './plan.ts';
import { createWordPlanner } from './plan-words.ts';

export interface Planned {
  plan: Plan;
  understood: SearchResponse['understood'];
}

/** Turns a resident's words into a plan that any engine can answer. */
export type Planner = (request: SearchRequest) => Planned;

export interface PlannerParts {
  definition: SearchDefinition;
  tokeniser: Tokeniser;
  places: Places;
  lists: Pick<Lists, 'needs'>;
  situations: readonly Situation[];
  listings: readonly PublicListing[];
  /** The words of the indexed listings. */
  list: WordList;
  /** Danger that words may speak of. */
  findCrisis(words: readonly string[]): Crisis | undefined;
  englishWords: ReadonlySet<string>;
  commonWords: ReadonlySet<string>;
  /** Means something as it stands, so that it is no slip for another word. */
  isKnownWord: (word: string) => boolean;
  /** Is there a listing whose name holds all these words? */
  isName: (words: readonly PlannedWord[]) => boolean;
}

export function createPlanner(parts: PlannerParts): Planner {
  const { definition, tokeniser, places, list } = parts;
  const { limits } = definition.settings;
  const topics = createTopicReader(parts);
  const planWords = createWordPlanner({
    definition,
    tokeniser,
    list,
    isKnownWord: parts.isKnownWord,
    commonWords: parts.commonWords,
  });
  const read = createReader({
    definition,
    tokeniser,
    isKnown: (word) => parts.isKnownWord(word) || topics.knows(word),
    isName: (words) => parts.isName(planWords(words).words),
    findTopics: topics.find,
  });
  const findNames = createNamesInWords(parts.listings, { tokeniser, isOrdinary: topics.isPhrase });
  const isPlainlyHarmless = createHarmlessCheck(parts.situations, definition);
  const urgent = new Set(
    parts.situations.flatMap(({ slug, urgency }) => (urgency === 'soon' ? [] : [slug])),
  );
  const fitsOf = (needs: readonly string[]) => [
    ...new Set(
      parts.lists.needs.flatMap(({ slug, offers }) => (needs.includes(slug) ? offers : [])),
    ),
  ];
  const findByPhone = createPhoneFinder(parts.listings);
  const firstListings = createFirstListings({
    situations: parts.situations,
    needs: parts.lists.needs,
    most: limits.first,
  });

  return (request) => {
    const typed = request.q.slice(0, limits.queryCharacters);
    const all = tokeniser.words(typed);
    const taken = takeNear(all, places);
    const near = findNear(request.near, places) ?? taken.near;
    const reading = read(taken.rest);
    const { prefer, words, isOnlyAside, isFree } = planWords(reading.words);
    const heard = parts.findCrisis(all);
    const about = { isName: parts.isName(words), isOnlyAside, crisis: heard };
    const said = topics.read(reading.words, about);
    const crisis = heard && isPlainlyHarmless(heard, said) ? undefined : heard;
    const used = request.literal ? undone(said) : said;
    const filters = request.literal || !isFree(topics.find(reading.words)) ? {} : FREE;
    const from = near?.state === 'found' ? near.position : undefined;
    return {
      plan: {
        words,
        ...toTopicsPlan(used, firstListings, findByPhone(typed)),
        wants: reading.wants,
        fits: fitsOf(used.needs),
        named: request.literal ? [] : findNames(taken.rest),
        isUrgent: used.situations.some((slug) => urgent.has(slug)),
        people: toPeople(prefer, reading),
        when: reading.when,
        unwanted: planWords(reading.unwanted).words,
        unwantedNeeds:
          reading.unwanted.length > 0 ? topics.read(reading.unwanted, NO_GUESS).needs : [],
        locale: request.locale,
        prefer,
        findsPreferred: isOnlyAside && Boolean(prefer.who?.length || prefer.language?.length),
        filters: { ...filters, ...request.filters },
        from,
        sort: chooseSort(request.sort, words.length === 0, from !== undefined),
        ...toPage(request, limits.mostPerPage),
      },
      understood: {
        situations: used.situations,
        suggestedSituations: used.suggestedSituations,
        needs: used.needs,
        suggestedNeeds: used.suggestedNeeds.slice(0, limits.suggestedNeeds),
        crisis: crisis?.kind,
        near,
        outside: reading.outside,
        hasTime: reading.when !== undefined,
        filters: request.filters.cost ? {} : filters,
      },
    };
  };
}

const FREE: Filters = { cost: ['free'] };
const NO_GUESS = { isName: true, isOnlyAside: true };

/** Nothing is used of what was understood; all of it is offered again. */
function undone(said: ChosenTopics): ChosenTopics {
  return {
    ...said,
    situations: [],
    suggestedSituations: [...new Set([...said.situations, ...said.suggestedSituations])],
    needs: [],
    suggestedNeeds: [...new Set([...said.needs, ...said.suggestedNeeds])],
    together: false,
    isSure: false,
    likely: [],
  };
}

function toTopicsPlan(
  used: ChosenTopics,
  { first, also, leaning }: ReturnType<typeof createFirstListings>,
  byPhone: readonly string[],
): Pick<Plan, 'needs' | 'needsTogether' | 'needsAreSure' | 'first' | 'also' | 'leaning'> {
  return {
    needs: used.needs,
    needsTogether: used.together,
    needsAreSure: used.isSure,
    first:
      byPhone.length > 0
        ? byPhone.map((listing) => ({ listing, situation: undefined }))
        : first(used),
    also: also(used),
    leaning: leaning(used.likely),
  };
}

function toPeople({ who = [] }: Filters, { age }: Reading): PlannedPeople {
  const one = <T extends string>(values: readonly T[]): T | undefined => {
    const named = values.filter((value) => who.includes(value));
    return named.length === 1 ? named[0] : undefined;
  };
  return {
    sex: one(['women', 'men']),
    age: age ?? one(['children', 'young-people', 'older-people']),
  };
}

function toPage(request: SearchRequest, mostPerPage: number): Pick<Plan, 'offset' | 'limit'> {
  const limit = clamp(request.perPage, 1, mostPerPage);
  return { offset: (clamp(request.page, 1, Number.MAX_SAFE_INTEGER) - 1) * limit, limit };
}

// Without words there is no relevance: the nearest first if a place was given, else by name.
function chooseSort(asked: Plan['sort'], isBrowsing: boolean, hasPlace: boolean): Plan['sort'] {
  if (asked === 'name') return 'name';
  if (asked === 'distance') return hasPlace ? 'distance' : isBrowsing ? 'name' : 'relevance';
  if (!isBrowsing) return 'relevance';
  return hasPlace ? 'distance' : 'name';
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : least;
}
