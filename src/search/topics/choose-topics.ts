import type { Situation } from '../../directory/situation.ts';
import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { Crisis } from '../port.ts';
import { touches } from '../words/phrase-finder.ts';
import type { Guess } from './predict-topics.ts';
import type { GuessedTopic } from './topic-classifier.ts';
import { bestOfEach, type SpottedTopic } from './topic-matcher.ts';

export interface ChosenTopics {
  /** Understood, the surer first: shown above the results. */
  situations: string[];
  /** Might be meant: offered. */
  suggestedSituations: string[];
  /** All that are possible, the likeliest first. */
  likely: GuessedTopic[];
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
  /** Situations that words look like but do not mean. */
  avoided: ReadonlySet<string>;
  needs: readonly SpottedTopic[];
  guess: Guess;
  /** Share of the words with content that the spotted phrases explain. */
  covered: number;
  /** Some listing's name holds all the words; a name is not guessed at. */
  isName: boolean;
  /** How many words there are. */
  length: number;
  /** Danger that the words may speak of: it speaks for the situations of that danger. */
  crisis?: Crisis | undefined;
}

type KnownSituation = Pick<Situation, 'slug' | 'needs' | 'crisis'>;

// How much a phrase for a need speaks for the situations that have it, for each point of the phrase's weight;
// half of it where the need is not the situation's main one. Of .05, .15 and .3 the best on the open exam.
const NEED_SPEAKS = 0.3;
const OTHER_NEED = 0.5;
const AVOIDED = 0.1;
// What a danger that was recognised, or one of its kind, speaks for a situation.
const SAME_DANGER = 4;
const SAME_KIND = 1.5;
// Two situations at once are rarer than one told in two ways.
const SECOND_FROM = 0.3;

/** Decides what someone means from the phrases spotted in their words and from a guess at the whole. */
export function createTopicChooser(
  known: readonly KnownSituation[],
  { guess: rules, limits }: Pick<SearchSettings, 'guess' | 'limits'>,
  /** By subject of search-index/crisis/: the situations that it is about. */
  dangers: ReadonlyMap<string, readonly string[]>,
): (evidence: TopicEvidence) => ChosenTopics {
  const situationOf = new Map(known.map((each) => [each.slug, each]));
  const needsOf = new Map(known.map(({ slug, needs }) => [slug, needs]));

  return (evidence) => {
    const likely = weighSituations(evidence);
    const situations = chooseSituations(evidence, likely);
    return {
      situations,
      likely,
      suggestedSituations: likely
        .filter(({ likelihood }) => likelihood >= rules.situation.suggestFrom)
        .map(({ topic }) => topic)
        .filter((slug) => !situations.includes(slug))
        .slice(0, limits.suggestedSituations),
      ...chooseNeeds(evidence, situations),
    };
  };

  /** The guess, and what the phrases for needs say for or against it. */
  function weighSituations({ guess, needs, avoided, crisis }: TopicEvidence): GuessedTopic[] {
    const said = needs.filter(({ likeness }) => likeness >= rules.sureFrom);
    const weighed = guess.situations.map(({ topic, likelihood }) => {
      const own = needsOf.get(topic) ?? [];
      const weights = said.map(({ topic: need, weight }) => {
        const place = own.indexOf(need);
        return place < 0 ? 0 : place === 0 ? weight : OTHER_NEED * weight;
      });
      const spoken = 1 + NEED_SPEAKS * Math.max(0, ...weights);
      const danger = crisis ? dangerOf(topic, crisis) : 1;
      return { topic, likelihood: likelihood * spoken * danger };
    });
    const before = guess.situations.reduce((sum, { likelihood }) => sum + likelihood, 0);
    const after = weighed.reduce((sum, { likelihood }) => sum + likelihood, 0);
    return weighed
      .map(({ topic, likelihood }) => ({
        topic,
        likelihood: ((likelihood * before) / (after || 1)) * (avoided.has(topic) ? AVOIDED : 1),
      }))
      .sort((a, b) => b.likelihood - a.likelihood);
  }

  function dangerOf(topic: string, crisis: Crisis): number {
    const situation = situationOf.get(topic);
    if (crisis.subjects.some((subject) => dangers.get(subject)?.includes(topic))) {
      return SAME_DANGER;
    }
    return situation?.crisis && crisis.kinds.includes(situation.crisis) ? SAME_KIND : 1;
  }

  function chooseSituations(evidence: TopicEvidence, likely: readonly GuessedTopic[]): string[] {
    const { situations, length, isName, crisis } = evidence;
    const whole = situations.find(
      ({ start, end, likeness }) => end - start === length && likeness >= rules.sureFrom,
    );
    const [top] = likely;
    const isLikely = top !== undefined && top.likelihood >= rules.situation.useFrom;
    const first = whole?.topic ?? (isLikely && (!isName || crisis) ? top.topic : undefined);
    if (first === undefined) return [];
    const second = whole ? undefined : findSecond(first, evidence, likely);
    return second === undefined ? [first] : [first, second];
  }

  // Two situations may be told at once, each by words of its own: "benefit stopped and no food".
  function findSecond(
    first: string,
    { needs, situations }: TopicEvidence,
    likely: readonly GuessedTopic[],
  ): string | undefined {
    const [top] = likely;
    const own = needsOf.get(first) ?? [];
    const others = bestOfEach(needs).filter(
      (need) => need.likeness >= rules.sureFrom && !own.includes(need.topic),
    );
    const phrases = [...needs, ...situations].filter(
      ({ topic }) => topic === first || own.includes(topic),
    );
    return likely.find(
      ({ topic, likelihood }) =>
        topic !== first &&
        likelihood >= (top?.likelihood ?? 0) * SECOND_FROM &&
        others.some((need) => need.topic === needsOf.get(topic)?.[0] && !touches(need, phrases)) &&
        phrases.length > 0,
    )?.topic;
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
    else if (isWeak(evidence) && !isName) {
      needs = [...likely.map(({ topic }) => topic), ...needs];
    } else if (covered < rules.explainedFrom && !isName) {
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

  // Single words that leave most unexplained: "the bus" where a hijab was pulled off.
  function isWeak({ needs, covered }: TopicEvidence): boolean {
    return covered < rules.explainedFrom && needs.every(({ start, end }) => end - start === 1);
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
