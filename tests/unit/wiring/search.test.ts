/** Covers src/wiring/search.ts: what a build keeps of search. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needTopic } from '../../../src/search/topics/predict-topics.ts';
import { keepSearchModelsOf, readSearchModelsOf } from '../../../src/wiring/search.ts';
import { directory } from '../../../src/wiring.ts';
import { aListing } from '../../support/directory/a-listing.ts';

const summary = 'Zumbaquilting on Mondays.';
const content = {
  ...directory,
  listings: [aListing('quilts', { needs: ['learning'], summary })],
};
const withoutListings = { ...content, listings: [] };

test('what was learnt for a build is used by it, until the content has changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'learnt-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  keepSearchModelsOf(content, folder);

  // Without the listing these could not have learnt the word.
  expect(likelihoodOfLearning(readSearchModelsOf(withoutListings, folder))).toBeGreaterThan(0.5);

  const changed = { ...withoutListings, contentHash: 'f'.repeat(64) };
  expect(likelihoodOfLearning(readSearchModelsOf(changed, folder))).toBe(0);
});

function likelihoodOfLearning({ classifyTopics }: ReturnType<typeof readSearchModelsOf>) {
  const topics = classifyTopics(['zumbaquilting']);
  return topics.find(({ topic }) => topic === needTopic('learning'))?.likelihood;
}
