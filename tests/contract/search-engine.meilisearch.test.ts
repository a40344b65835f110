import { afterAll } from 'vitest';
import { enginesOn } from '../support/meilisearch/a-meilisearch-engine.ts';
import { aMeilisearchStub } from '../support/meilisearch/a-meilisearch-stub.ts';
import { describeSearchEngine } from './search-engine.ts';
import { describeAlike } from './search-engine-alike.ts';
import { describeInvariants } from './search-invariants.ts';

const stub = await aMeilisearchStub();
afterAll(stub.close);

const createEngine = enginesOn(stub);
describeSearchEngine('Meilisearch, as our stub of it answers', createEngine);
describeAlike('Meilisearch, as our stub of it answers,', createEngine);
describeInvariants('Meilisearch, as our stub of it answers', createEngine);
