import { expect, test } from 'vitest';
import { learnSearchModels, openSearchModels } from '../../../src/search/search-models.ts';
import { needTopic } from '../../../src/search/topics/predict-topics.ts';
import { directory, searchModels } from '../../../src/wiring.ts';
import { aListing } from '../../support/directory/a-listing.ts';
import { searchDefinition, tokeniser } from '../../support/search/search-definition.ts';

test('danger and needs are learnt from the lists of words', () => {
  const { explainCrisis } = searchModels();
  expect(explainCrisis(tokeniser.words('I want to end my life'))?.kind).toBe('suicide');
  expect(explainCrisis(tokeniser.words('somewhere to learn to cook'))).toBeUndefined();
});

test('a need is learnt from the texts of its listings', () => {
  const words = ['zumbaquilting'];
  const without = likelihood(searchModels().classifyTopics(words));
  const definition = { ...searchDefinition, everyday: new Map(), situations: new Map() };
  const learnt = learnSearchModels({
    ...directory,
    definition,
    listings: [aListing('quilts', { needs: ['learning'], summary: 'Zumbaquilting on Mondays.' })],
  });
  const { classifyTopics } = openSearchModels(learnt, definition);

  expect(without).toBe(0);
  expect(likelihood(classifyTopics(words))).toBeGreaterThan(0.5);
});

function likelihood(topics: { topic: string; likelihood: number }[]) {
  return topics.find(({ topic }) => topic === needTopic('learning'))?.likelihood;
}
