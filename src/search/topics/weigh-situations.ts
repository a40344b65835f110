import type { SearchSettings } from '../definition/definition-schemas.ts';
import type { Crisis } from '../port.ts';
import type { TopicLikelihood } from './topic-classifier.ts';
import type { SituationFacts, TopicEvidence } from './topic-evidence.ts';

// How much a phrase for a need speaks for the situations that have it, for each point of the phrase's weight;
// half of it where the need is not the situation's main one. Of .05, .15 and .3 the best on the open exam.
const NEED_BOOST = 0.3;
const SECONDARY_NEED = 0.5;
const AVOIDED_FACTOR = 0.1;
// What a danger that was recognised, or one of its kind, speaks for a situation.
const SAME_SUBJECT_BOOST = 4;
const SAME_KIND_BOOST = 1.5;

/** Weighs the prediction by what the phrases for needs and a recognised danger say for or against it. */
export function createSituationWeigher(
  situations: readonly SituationFacts[],
  { guess: rules }: Pick<SearchSettings, 'guess'>,
  /** By subject of search-index/crisis/: the situations that it is about. */
  situationsOfDanger: ReadonlyMap<string, readonly string[]>,
): (evidence: TopicEvidence) => TopicLikelihood[] {
  const situationOf = new Map(situations.map((each) => [each.slug, each]));

  return ({ prediction, needs, avoided, crisis }) => {
    const clear = needs.filter(({ similarity }) => similarity >= rules.sureFrom);
    const weighed = prediction.situations.map(({ topic, likelihood }) => {
      const own = situationOf.get(topic)?.needs ?? [];
      const weights = clear.map(({ topic: need, weight }) => {
        const rank = own.indexOf(need);
        return rank < 0 ? 0 : rank === 0 ? weight : SECONDARY_NEED * weight;
      });
      const needBoost = 1 + NEED_BOOST * Math.max(0, ...weights);
      const dangerBoost = crisis ? dangerBoostOf(topic, crisis) : 1;
      return { topic, likelihood: likelihood * needBoost * dangerBoost };
    });
    const before = sumOf(prediction.situations);
    const after = sumOf(weighed);
    return weighed
      .map(({ topic, likelihood }) => ({
        topic,
        likelihood:
          ((likelihood * before) / (after || 1)) * (avoided.has(topic) ? AVOIDED_FACTOR : 1),
      }))
      .sort((a, b) => b.likelihood - a.likelihood);
  };

  function dangerBoostOf(topic: string, crisis: Crisis): number {
    const isOfSubject = crisis.subjects.some((subject) =>
      situationsOfDanger.get(subject)?.includes(topic),
    );
    if (isOfSubject) return SAME_SUBJECT_BOOST;
    const kind = situationOf.get(topic)?.crisis;
    return kind && crisis.kinds.includes(kind) ? SAME_KIND_BOOST : 1;
  }
}

function sumOf(topics: readonly TopicLikelihood[]): number {
  return topics.reduce((sum, { likelihood }) => sum + likelihood, 0);
}
