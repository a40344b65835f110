import type { Moment } from '../../directory/timetable/session-times.ts';
import type { Filters, Near, SearchRequest, SearchResponse } from '../port.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { Plan, PlannedPeople } from './plan.ts';
import { createTopicPlanner, type PlannedTopics } from './plan-topics.ts';
import {
  createQueryUnderstanding,
  type QueryUnderstanding,
  type UnderstandingParts,
} from './understand-query.ts';

export interface Planned {
  plan: Plan;
  understood: SearchResponse['understood'];
}

/** Turns a resident's words into a plan that any engine can answer. */
export type Planner = (request: SearchRequest) => Planned;

export type PlannerParts = UnderstandingParts & {
  /** What London's clocks show. */
  now(): Moment;
};

export function createPlanner(parts: PlannerParts): Planner {
  const { limits } = parts.definition.settings;
  const understand = createQueryUnderstanding(parts);
  const planTopics = createTopicPlanner(parts);

  return (request) => {
    const query = understand(request);
    const topics = planTopics(query.topics, query.typed);
    return {
      plan: {
        ...toPlan(request, query, topics, limits.mostPerPage),
        openAt: request.openNow ? parts.now() : undefined,
      },
      understood: toUnderstood(request, query, limits.suggestedNeeds),
    };
  };
}

function toPlan(
  request: SearchRequest,
  query: QueryUnderstanding,
  topics: PlannedTopics,
  mostPerPage: number,
): Omit<Plan, 'openAt'> {
  const { parsed } = query;
  const { prefer, words, isOnlyPreference } = parsed.planned;
  const from = positionOf(query.near);
  return {
    ...topics,
    words,
    offersAsked: parsed.offersAsked,
    namedListings: query.namedListings,
    people: toPeople(prefer, parsed),
    when: parsed.when,
    unwanted: query.unwantedWords,
    unwantedNeeds: query.unwantedNeeds,
    locale: request.locale,
    prefer,
    findsPreferred: isOnlyPreference && Boolean(prefer.who?.length || prefer.language?.length),
    filters: { ...query.filters, ...request.filters },
    from,
    sort: chooseSort(request.sort, words.length === 0, from !== undefined),
    ...toPage(request, mostPerPage),
  };
}

function toUnderstood(
  request: SearchRequest,
  { topics, crisis, near, parsed, filters }: QueryUnderstanding,
  mostSuggestedNeeds: number,
): SearchResponse['understood'] {
  return {
    situations: topics.situations,
    suggestedSituations: topics.suggestedSituations,
    needs: topics.needs,
    suggestedNeeds: topics.suggestedNeeds.slice(0, mostSuggestedNeeds),
    crisis: crisis?.kind,
    near,
    outside: parsed.outside,
    hasTime: parsed.when !== undefined,
    ...(parsed.when && {
      when: { days: [...parsed.when.days], isNow: parsed.when.part === 'now' },
    }),
    filters: request.filters.cost ? {} : filters,
  };
}

function positionOf(near: Near | undefined): Plan['from'] {
  return near?.state === 'found' ? near.position : undefined;
}

function toPeople({ who = [] }: Filters, { age }: ParsedQuery): PlannedPeople {
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
