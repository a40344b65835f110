import type { Situation } from '../../directory/situation.ts';
import type { TopicClassifier, TopicLikelihood } from './topic-classifier.ts';

export interface TopicPrediction {
  /** Likeliest first. */
  needs: TopicLikelihood[];
  situations: TopicLikelihood[];
}

/** Guesses at what words are about as a whole. */
export type TopicPredictor = (words: readonly string[]) => TopicPrediction;

const NEED = 'need/';

/** How the classifier calls a need, beside the situations' slugs. */
export const needTopic = (need: string) => `${NEED}${need}`;

/**
 * Reads one classifier of situations and needs together: a need is as likely as it is itself and as the
 * situations are whose main need it is.
 */
export function createTopicPredictor(
  classify: TopicClassifier,
  situations: readonly Pick<Situation, 'slug' | 'needs'>[],
): TopicPredictor {
  const mainNeeds = new Map(situations.map(({ slug, needs }) => [slug, needs[0] ?? '']));
  return (words) => {
    const needs = new Map<string, number>();
    const predicted: TopicLikelihood[] = [];
    for (const { topic, likelihood } of classify(words)) {
      if (likelihood === 0) continue;
      const isNeed = topic.startsWith(NEED);
      const need = isNeed ? topic.slice(NEED.length) : (mainNeeds.get(topic) ?? '');
      needs.set(need, (needs.get(need) ?? 0) + likelihood);
      if (!isNeed) predicted.push({ topic, likelihood });
    }
    return {
      needs: [...needs].map(([topic, likelihood]) => ({ topic, likelihood })).sort(likeliestFirst),
      situations: predicted.sort(likeliestFirst),
    };
  };
}

function likeliestFirst(a: TopicLikelihood, b: TopicLikelihood): number {
  return b.likelihood - a.likelihood;
}
