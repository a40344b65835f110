import type { Places } from '../directory/places.ts';
import { chooseNeeds } from './choose-needs.ts';
import type { CrisisSpotter } from './crisis-in-words.ts';
import type { SearchDefinition } from './definition.ts';
import { findNear, takeNear } from './near.ts';
import type { NeedClassifier } from './need-classifier.ts';
import { createNeedSpotter, type NeedLabels } from './needs-in-words.ts';
import type { Tokeniser } from './normalise.ts';
import type { Plan, PlannedWord } from './plan.ts';
import { createWordPlanner } from './plan-words.ts';
import type { SearchRequest, SearchResponse } from './port.ts';
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
  /** For words that hold no known phrase. */
  guessNeeds: NeedClassifier;
  spotCrisis: CrisisSpotter;
  isKnownWord: (word: string) => boolean;
  /** Is there a listing whose name holds all these words? */
  isName: (words: readonly PlannedWord[]) => boolean;
}

export function createPlanner(parts: PlannerParts): Planner {
  const { definition, tokeniser, places, list, isKnownWord } = parts;
  const { limits } = definition.settings;
  const spotNeeds = createNeedSpotter(parts.needs, { definition, tokeniser, isKnownWord });
  const planWords = createWordPlanner({ definition, tokeniser, list, isKnownWord });

  function shareCovered(
    words: readonly string[],
    spans: readonly { start: number; end: number }[],
  ) {
    const content = words.flatMap((word, i) => (definition.stopWords.has(word) ? [] : [i]));
    const covered = content.filter((i) => spans.some(({ start, end }) => start <= i && i < end));
    return content.length > 0 ? covered.length / content.length : 1;
  }

  return (request) => {
    const typed = request.q.slice(0, limits.queryCharacters);
    const all = tokeniser.words(typed);
    const taken = takeNear(all, places);
    const near = findNear(request.near, places) ?? taken.near;
    const { prefer, words, isOnlyAside } = planWords(taken.rest);
    const { spotted, avoided } = spotNeeds(taken.rest);
    const guessed = isOnlyAside ? [] : parts.guessNeeds(taken.rest);
    const chosen = chooseNeeds(
      spotted,
      guessed.filter(({ need }) => !avoided.has(need)),
      { covered: shareCovered(taken.rest, spotted), isName: parts.isName(words) },
      definition.settings,
    );
    const needs = request.literal ? [] : chosen.needs;
    const suggestedNeeds = [...(request.literal ? chosen.needs : []), ...chosen.suggested].slice(
      0,
      limits.suggestedNeeds,
    );
    const from = near?.state === 'found' ? near.position : undefined;
    const perPage = clamp(request.perPage, 1, limits.mostPerPage);
    return {
      plan: {
        words,
        needs,
        needsTogether: chosen.together,
        needsAreSure: chosen.isSure,
        first: [],
        wants: [],
        people: { sex: undefined, age: undefined },
        unwanted: [],
        unwantedNeeds: [],
        locale: request.locale,
        prefer,
        findsPreferred: isOnlyAside && (prefer.who?.length ?? 0) > 0,
        filters: request.filters,
        from,
        sort: chooseSort(request.sort, words.length === 0, from !== undefined),
        offset: (clamp(request.page, 1, Number.MAX_SAFE_INTEGER) - 1) * perPage,
        limit: perPage,
      },
      understood: {
        situations: [],
        suggestedSituations: [],
        needs,
        suggestedNeeds,
        crisis: parts.spotCrisis(all),
        near,
        outside: undefined,
        hasTime: false,
        filters: {},
      },
    };
  };
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
