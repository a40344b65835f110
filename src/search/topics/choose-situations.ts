import type { SearchSettings } from '../definition/definition-schemas.ts';
import { overlaps } from '../words/spans.ts';
import type { TopicLikelihood } from './topic-classifier.ts';
import type { SituationFacts, TopicEvidence } from './topic-evidence.ts';
import { bestOfEach } from './topic-matcher.ts';

// Two situations at once are rarer than one told in two ways.
const SECOND_FROM = 0.3;

/** Decides which situations are understood, at most two. `likely`: all possible ones, the likeliest first. */
export function createSituationChooser(
  situations: readonly SituationFacts[],
  { guess: rules }: Pick<SearchSettings, 'guess'>,
): (evidence: TopicEvidence, likely: readonly TopicLikelihood[]) => string[] {
  const needsOf = new Map(situations.map(({ slug, needs }) => [slug, needs]));

  return (evidence, likely) => {
    const { length, isName, crisis } = evidence;
    const whole = evidence.situations.find(
      ({ start, end, similarity }) => end - start === length && similarity >= rules.sureFrom,
    );
    const [top] = likely;
    const isLikely = top !== undefined && top.likelihood >= rules.situation.useFrom;
    const first = whole?.topic ?? (isLikely && (!isName || crisis) ? top.topic : undefined);
    if (first === undefined) return [];
    const second = whole ? undefined : findSecond(first, evidence, likely);
    return second === undefined ? [first] : [first, second];
  };

  // Two situations may be told at once, each by words of its own: "benefit stopped and no food".
  function findSecond(
    first: string,
    { needs, situations }: TopicEvidence,
    likely: readonly TopicLikelihood[],
  ): string | undefined {
    const [top] = likely;
    const own = needsOf.get(first) ?? [];
    const others = bestOfEach(needs).filter(
      (need) => need.similarity >= rules.sureFrom && !own.includes(need.topic),
    );
    const phrases = [...needs, ...situations].filter(
      ({ topic }) => topic === first || own.includes(topic),
    );
    return likely.find(
      ({ topic, likelihood }) =>
        topic !== first &&
        likelihood >= (top?.likelihood ?? 0) * SECOND_FROM &&
        others.some((need) => need.topic === needsOf.get(topic)?.[0] && !overlaps(need, phrases)) &&
        phrases.length > 0,
    )?.topic;
  }
}
