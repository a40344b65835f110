import type { Lists } from '../directory/lists.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import type { Situation } from '../directory/situation.ts';
import { type CrisisExplainer, createCrisisExplainer } from './crisis/crisis-explainer.ts';
import type { SearchDefinition } from './definition/definition.ts';
import { createTopicClassifier, type TopicClassifier } from './topics/topic-classifier.ts';
import { toTopicExamples } from './topics/topic-examples.ts';
import { createTokeniser } from './words/tokeniser.ts';

/** What search has learnt from the definition and the texts of listings. */
export interface SearchModels {
  explainCrisis: CrisisExplainer;
  classifyTopics: TopicClassifier;
}

/** Takes a second or two; apart from any index, so that several searchers can share what was learnt. */
export function trainSearchModels(parts: {
  definition: SearchDefinition;
  lists: Pick<Lists, 'needs'>;
  situations: readonly Situation[];
  listings: readonly PublicListing[];
}): SearchModels {
  const { definition, listings } = parts;
  const tokeniser = createTokeniser(definition.normalise);
  return {
    explainCrisis: createCrisisExplainer({ definition, tokeniser, listings }),
    classifyTopics: createTopicClassifier(toTopicExamples(parts), {
      tokeniser,
      stopWords: definition.stopWords,
    }),
  };
}
