import { afterAll } from 'vitest';
import { enginesOn } from '../support/a-meilisearch-engine.ts';
import { aMeilisearchStub } from '../support/a-meilisearch-stub.ts';
import { describeSearchEngine } from './search-engine.ts';

const stub = await aMeilisearchStub();
afterAll(stub.close);

describeSearchEngine('Meilisearch, as our stub of it answers', enginesOn(stub));
