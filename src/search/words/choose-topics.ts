import type { Situation } from '../../directory/situation.ts';
import type { SearchSettings } from '../definition-schemas.ts';
import { isWithin } from '../spotted.ts';
import type { Guess } from './guess-topics.ts';
import { touches } from './spans.ts';
import type { SpottedTopic } from './topics-in-words.ts';

export interface ChosenTopics {
  /** Understood, the surer first: shown above the results. */
  situations: string[];
  /** Might be meant: offered. */
  suggestedSituations: string[];
  /** To be searched by, the surer first. */
  needs: string[];
  suggestedNeeds: string[];
  /** Both needs were named, each by its own words: listings with both come first. */
  together: boolean;
  /** The words name the needs; otherwise a name that holds them is likelier meant. */
  isSure: boolean;
}

export interface TopicEvidence {
  situations: readonly SpottedTopic[];
  needs: readonly SpottedTopic[];
  guess: Guess;
  /** Share of the words with content that the spotted phrases explain. */
  covered: number;
  /** Some listing's name holds all the words; a name is not guessed at. */
  isName: boolean;
}

/** What `createTopicChooser` must know of situations: which needs each has, its main one first. */
type KnownSituation = Pick<Situation, 'slug' | 'needs'>;

/** Decides what someone means from the phrases spotted in their words and from a guess at the whole. */
export function createTopicChooser(
  known: readonly KnownSituation[],
  { guess: rules, limits }: Pick<SearchSettings, 'guess' | 'limits'>,
): (evidence: TopicEvidence) => ChosenTopics {
  const needsOf = new Map(known.map(({ slug, needs }) => [slug, needs]));

  return (evidence) => {
    const situations = chooseSituations(evidence);
    const needs = chooseNeeds(evidence, situations);
    return {
      situations,
      suggestedSituations: evidence.guess.situations
        .filter(({ likelihood }) => likelihood >= rules.situation.suggestFrom)
        .map(({ topic }) => topic)
        .filter((slug) => !situations.includes(slug))
        .slice(0, limits.suggestedSituations),
      ...needs,
    };
  };

  function chooseSituations({ situations, needs, guess, covered, isName }: TopicEvidence) {
    const said = bestOfEach(situations)
      .filter(({ likeness }) => likeness >= rules.sureFrom)
      .filter((each) => !isOverruled(each, needs));
    const [first] = said;
    const second = said.find((each) => first && isSecond(each, first));
    const chosen = [first, second].flatMap((each) => (each ? [each.topic] : []));
    if (chosen.length > 0 || isName) return chosen;
    const [top] = guess.situations;
    const isLikely = top && top.likelihood >= rules.situation.useFrom;
    return isLikely && covered < 1 && agrees(top.topic, needs) ? [top.topic] : [];
  }

  // A longer phrase for another need says more: "free swimming for women" is no women's group.
  function isOverruled(situation: SpottedTopic, needs: readonly SpottedTopic[]): boolean {
    const own = needsOf.get(situation.topic) ?? [];
    return needs.some(
      (need) =>
        isWithin(situation, [need]) &&
        need.end - need.start > situation.end - situation.start &&
        !own.includes(need.topic),
    );
  }

  // Two situations may be told at once, each by words of its own: "benefit stopped and no food".
  function isSecond(each: SpottedTopic, first: SpottedTopic): boolean {
    return (
      each.topic !== first.topic &&
      !touches(each, [first]) &&
      needsOf.get(each.topic)?.[0] !== needsOf.get(first.topic)?.[0]
    );
  }

  function agrees(situation: string, needs: readonly SpottedTopic[]): boolean {
    const own = needsOf.get(situation) ?? [];
    return needs.length === 0 || needs.some(({ topic }) => own.includes(topic));
  }

  function chooseNeeds(evidence: TopicEvidence, situations: readonly string[]) {
    const { guess, covered, isName } = evidence;
    const named = bestOfEach(evidence.needs);
    const likely = guess.needs.filter(
      ({ topic, likelihood }) =>
        likelihood >=
          (rules.careful.includes(topic) ? rules.need.carefulFrom : rules.need.useFrom) &&
        likelihood >= (guess.needs[0]?.likelihood ?? 0) * rules.need.secondFrom,
    );
    const ofSituations = situations.flatMap((slug) => needsOf.get(slug)?.slice(0, 1) ?? []);
    const others = situations.flatMap((slug) => needsOf.get(slug)?.slice(1) ?? []);
    let needs = named.map(({ topic }) => topic);
    if (situations.length > 0) needs = [...ofSituations, ...needs, ...others];
    else if (needs.length === 0) needs = isName ? [] : likely.map(({ topic }) => topic);
    else if (covered < rules.explainedFrom && !isName) {
      // The phrases leave most of the words unexplained: the whole may say more.
      const [top] = likely;
      if (top && !needs.includes(top.topic)) needs.splice(1, 0, top.topic);
    }
    const used = [...new Set(needs)].slice(0, limits.needs);
    const isExplained = isName || (named.length > 0 && covered >= rules.explainedFrom);
    const possible = guess.needs.filter(({ likelihood }) => likelihood >= rules.need.suggestFrom);
    const suggested = [...needs, ...(isExplained ? [] : possible.map(({ topic }) => topic))];
    return {
      needs: used,
      suggestedNeeds: [...new Set(suggested)].filter((need) => !used.includes(need)),
      together: areTogether(named, used),
      isSure: situations.length > 0 || named.some(({ likeness }) => likeness >= rules.sureFrom),
    };
  }
}

function areTogether([first, second]: readonly SpottedTopic[], used: readonly string[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.start !== second.start &&
    used.includes(first.topic) &&
    used.includes(second.topic)
  );
}

/** Each topic once, by its weightiest phrase, the weightiest first. */
function bestOfEach(spotted: readonly SpottedTopic[]): SpottedTopic[] {
  return spotted
    .toSorted((a, b) => b.weight - a.weight || a.start - b.start)
    .filter((each, i, all) => all.findIndex((other) => other.topic === each.topic) === i);
}
