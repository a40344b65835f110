import { afterAll, describe, test } from 'vitest';
import { describeSearchEngine } from '../contract/search-engine.ts';
import { describeAlike } from '../contract/search-engine-alike.ts';
import { aRealMeilisearch, hasMeilisearch } from '../support/meilisearch/a-real-meilisearch.ts';

if (hasMeilisearch) {
  const server = aRealMeilisearch();
  afterAll(server.close);
  describeSearchEngine('the Meilisearch of MEILI_URL', server.createEngine);
  describeAlike('the Meilisearch of MEILI_URL', server.createEngine);
} else {
  describe('the Meilisearch of MEILI_URL', () => {
    test.skip('does all that every engine must (MEILI_URL is not set: nothing was tried)', () => {});
  });
}
