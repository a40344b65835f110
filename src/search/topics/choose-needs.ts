import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { SituationFacts, TopicEvidence } from './topic-evidence.ts';
import { bestOfEach, type TopicMatch } from './topic-matcher.ts';

export interface ChosenNeeds {
  /** To be searched by, the surer first. */
  needs: string[];
  suggestedNeeds: string[];
  /** Both needs were named, each by its own words: listings with both come first. */
  together: boolean;
  /** The words name the needs; otherwise a name that holds them is likelier meant. */
  isCertain: boolean;
}

/** Decides which needs to search by, given the situations that were understood. */
export function createNeedChooser(
  situations: readonly SituationFacts[],
  { guess: rules, limits }: Pick<SearchSettings, 'guess' | 'limits'>,
): (evidence: TopicEvidence, understood: readonly string[]) => ChosenNeeds {
  const needsOf = new Map(situations.map(({ slug, needs }) => [slug, needs]));

  return (evidence, understood) => {
    const { prediction, covered, isName } = evidence;
    const named = bestOfEach(evidence.needs);
    const needs = needsToUse(evidence, named, understood);
    const used = [...new Set(needs)].slice(0, limits.needs);
    const isExplained = isName || (named.length > 0 && covered >= rules.explainedFrom);
    const possible = prediction.needs.filter(
      ({ likelihood }) => likelihood >= rules.need.suggestFrom,
    );
    const suggested = [...needs, ...(isExplained ? [] : possible.map(({ topic }) => topic))];
    return {
      needs: used,
      suggestedNeeds: [...new Set(suggested)].filter((need) => !used.includes(need)),
      together: areTogether(named, used),
      isCertain:
        understood.length > 0 || named.some(({ similarity }) => similarity >= rules.sureFrom),
    };
  };

  /** The surest first; more than are used. */
  function needsToUse(
    evidence: TopicEvidence,
    matches: readonly TopicMatch[],
    understood: readonly string[],
  ): string[] {
    const { covered, isName } = evidence;
    const named = matches.map(({ topic }) => topic);
    if (understood.length > 0) {
      const main = understood.flatMap((slug) => needsOf.get(slug)?.slice(0, 1) ?? []);
      const others = understood.flatMap((slug) => needsOf.get(slug)?.slice(1) ?? []);
      return [...main, ...named, ...others];
    }
    const likely = likelyNeeds(evidence);
    if (named.length === 0) return isName ? [] : likely;
    if (covered >= rules.explainedFrom || isName) return named;
    if (evidence.needs.every(isOneWord)) return [...likely, ...named];
    // The phrases leave most of the words unexplained: the whole may say more.
    const [top] = likely;
    return top && !named.includes(top) ? named.toSpliced(1, 0, top) : named;
  }

  function likelyNeeds({ prediction }: TopicEvidence): string[] {
    const most = prediction.needs[0]?.likelihood ?? 0;
    return prediction.needs
      .filter(({ topic, likelihood }) => {
        const from = rules.careful.includes(topic) ? rules.need.carefulFrom : rules.need.useFrom;
        return likelihood >= from && likelihood >= most * rules.need.secondFrom;
      })
      .map(({ topic }) => topic);
  }
}

// Single words that leave most unexplained are weak: "the bus" where a hijab was pulled off.
function isOneWord({ start, end }: TopicMatch): boolean {
  return end - start === 1;
}

function areTogether([first, second]: readonly TopicMatch[], used: readonly string[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.start !== second.start &&
    used.includes(first.topic) &&
    used.includes(second.topic)
  );
}
