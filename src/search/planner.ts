import type { Places } from '../directory/places.ts';
import { createCrisisSpotter } from './crisis-in-words.ts';
import type { SearchDefinition } from './definition.ts';
import { findNear, takeNear } from './near.ts';
import { createNeedSpotter, type NeedLabels } from './needs-in-words.ts';
import type { Tokeniser } from './normalise.ts';
import type { Plan, PlannedWord } from './plan.ts';
import type { SearchRequest, SearchResponse } from './port.ts';
import { createPreferenceSpotter } from './preferences-in-words.ts';
import { createWordExpander } from './word-expansion.ts';
import type { WordList } from './word-list.ts';

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
  needs: readonly NeedLabels[];
  /** The words of the indexed listings. */
  list: WordList;
  /** Needs that words which hold no known phrase may mean, likeliest first. */
  guessNeeds: (words: readonly string[]) => { need: string; likelihood: number }[];
}

export function createPlanner(parts: PlannerParts): Planner {
  const { definition, tokeniser, places, list } = parts;
  const { limits } = definition.settings;
  const isKnownWord = (word: string) => list.has(word);
  const spotNeeds = createNeedSpotter(parts.needs, { definition, tokeniser, isKnownWord });
  const spotCrisis = createCrisisSpotter({ definition, tokeniser, isKnownWord });
  const spotPreferences = createPreferenceSpotter({ definition, tokeniser, isKnownWord });
  const expand = createWordExpander(list, definition.equivalents);

  function planWords(rest: readonly string[]) {
    const { prefer, roles } = spotPreferences(rest);
    const meaningful = rest
      .map((word, i) => ({ word, i, role: roles[i] ?? 'content' }))
      .filter(({ word, role }) => role !== 'content' || !definition.stopWords.has(word));
    const kept =
      meaningful.length > 0
        ? meaningful
        : rest.map((word, i) => ({ word, i, role: 'content' as const }));
    const words: PlannedWord[] = kept
      .slice(0, limits.words)
      .map(({ i, role }) => ({ ...expand(rest, i), role }));
    return { prefer, words: withContent(words) };
  }

  return (request) => {
    const typed = request.q.slice(0, limits.queryCharacters);
    const all = tokeniser.words(typed);
    const taken = takeNear(all, places);
    const near = findNear(request.near, places) ?? taken.near;
    const { prefer, words } = planWords(taken.rest);
    const spotted = spotNeeds(taken.rest).map(({ need }) => need);
    const guessed =
      spotted.length === 0 && words.length > 0
        ? parts.guessNeeds(taken.rest).map(({ need }) => need)
        : [];
    const needs = request.literal ? [] : spotted.slice(0, limits.needs);
    const suggestedNeeds = [...spotted, ...guessed]
      .filter((need) => !needs.includes(need))
      .slice(0, limits.suggestedNeeds);
    const from = near?.state === 'found' ? near.position : undefined;
    const perPage = clamp(request.perPage, 1, limits.mostPerPage);
    return {
      plan: {
        words,
        needs,
        prefer,
        filters: request.filters,
        from,
        sort: chooseSort(request.sort, words.length === 0, from !== undefined),
        offset: (clamp(request.page, 1, Number.MAX_SAFE_INTEGER) - 1) * perPage,
        limit: perPage,
      },
      understood: { needs, suggestedNeeds, crisis: spotCrisis(all), near },
    };
  };
}

/** Asides are conditions only when nothing else was said, places only when nothing at all was. */
function withContent(words: PlannedWord[]): PlannedWord[] {
  for (const role of ['content', 'aside', 'place'] as const) {
    if (!words.some((word) => word.role === role)) continue;
    if (role === 'content') return words;
    return words.map((word) => (word.role === role ? { ...word, role: 'content' } : word));
  }
  return words;
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
