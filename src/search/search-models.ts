import type { Lists } from '../directory/lists.ts';
import type { PublicListing } from '../directory/public-listing.ts';
import type { Situation } from '../directory/situation.ts';
import { type CrisisExplainer, createCrisisExplainer } from './crisis/crisis-explainer.ts';
import { type CrisisModel, learnCrisisModel } from './crisis/crisis-model.ts';
import type { SearchDefinition } from './definition/definition.ts';
import {
  createTopicClassifier,
  type LearntTopics,
  learnTopics,
  type TopicClassifier,
} from './topics/topic-classifier.ts';
import { toTopicExamples } from './topics/topic-examples.ts';
import { createTokeniser } from './words/tokeniser.ts';

/** What search has learnt from the definition and the texts of listings. */
export interface SearchModels {
  explainCrisis: CrisisExplainer;
  classifyTopics: TopicClassifier;
}

/** The same as plain data (texts and arrays of numbers), for a build to keep. */
export interface LearntModels {
  crisis: CrisisModel;
  topics: LearntTopics;
}

/** Takes some seconds on a small server. */
export function learnSearchModels(parts: {
  definition: SearchDefinition;
  lists: Pick<Lists, 'needs'>;
  situations: readonly Situation[];
  listings: readonly PublicListing[];
}): LearntModels {
  const { definition, listings } = parts;
  const tokeniser = createTokeniser(definition.normalise);
  return {
    crisis: learnCrisisModel(definition, listings),
    topics: learnTopics(toTopicExamples(parts), { tokeniser, stopWords: definition.stopWords }),
  };
}

/** Apart from any index, so that several searchers can share what was learnt. */
export function openSearchModels(
  { crisis, topics }: LearntModels,
  definition: SearchDefinition,
): SearchModels {
  const tokeniser = createTokeniser(definition.normalise);
  return {
    explainCrisis: createCrisisExplainer(crisis, { definition, tokeniser }),
    classifyTopics: createTopicClassifier(topics, definition.stopWords),
  };
}
