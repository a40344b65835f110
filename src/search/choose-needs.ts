import type { SearchSettings } from './definition-schemas.ts';
import type { GuessedNeed } from './need-classifier.ts';
import type { SpottedNeed } from './needs-in-words.ts';

export interface ChosenNeeds {
  /** To be searched by, the surer first. */
  needs: string[];
  /** To be offered. */
  suggested: string[];
  /** Both needs were named, each by its own words: listings with both come first. */
  together: boolean;
  /** The words name the needs; otherwise a name that holds them is likelier meant. */
  isSure: boolean;
}

/**
 * Decides what someone needs from the phrases spotted in their words and from a guess at the whole.
 * `covered`: share of the words with content that the phrases explain. `isName`: some listing's name
 * holds all the words; a name is not guessed at.
 */
export function chooseNeeds(
  spotted: readonly SpottedNeed[],
  guessed: readonly GuessedNeed[],
  { covered, isName }: { covered: number; isName: boolean },
  { guess, limits }: Pick<SearchSettings, 'guess' | 'limits'>,
): ChosenNeeds {
  const likelihood = new Map(guessed.map((each) => [each.need, each.likelihood]));
  const best = guessed[0]?.likelihood ?? 0;
  // "Because you asked about domestic abuse" must not meet someone who asked about nothing like it,
  // nor may someone who did in words we do not know go without.
  const standsOut = best >= (guessed[1]?.likelihood ?? 0) * guess.carefulAheadBy;
  const likely = guessed.filter(
    (each) =>
      each.likelihood >= guess.useFrom &&
      each.likelihood >= best * guess.secondFrom &&
      (standsOut || !guess.careful.includes(each.need)),
  );
  const named = spotted
    .toSorted(
      (a, b) =>
        b.weight - a.weight || (likelihood.get(b.need) ?? 0) - (likelihood.get(a.need) ?? 0),
    )
    .filter((each, i, all) => all.findIndex((other) => other.need === each.need) === i);
  const isSure = named.some((each) => each.likeness >= guess.sureFrom);

  let needs = named.map((each) => each.need);
  if (needs.length === 0) needs = isName ? [] : likely.map((each) => each.need);
  else if (covered < guess.explainedFrom && !isName) {
    // The phrases leave most of the words unexplained: the whole may say more.
    const [top] = likely;
    if (top && !needs.includes(top.need)) needs.splice(1, 0, top.need);
  }
  const [first, second] = named;
  // Words that are a name, or that phrases explain, leave nothing to guess at.
  const isExplained = isName || (named.length > 0 && covered >= guess.explainedFrom);
  const possible = isExplained
    ? []
    : guessed.filter((each) => each.likelihood >= guess.suggestFrom);
  const suggested = [...needs, ...possible.map((each) => each.need)];
  const used = needs.slice(0, limits.needs);
  return {
    needs: used,
    suggested: [...new Set(suggested)].filter((need) => !used.includes(need)),
    together:
      first !== undefined &&
      second !== undefined &&
      first.start !== second.start &&
      used.includes(first.need) &&
      used.includes(second.need),
    isSure,
  };
}
