/** Covers src/search/engines/embedded.ts, src/search/engines/facet-counts.ts. */
import { createEmbeddedEngine } from '../../src/search/engines/embedded.ts';
import { describeSearchEngine } from './search-engine.ts';
import { describeInvariants } from './search-invariants.ts';

describeSearchEngine('the embedded engine', createEmbeddedEngine);
describeInvariants('the embedded engine', createEmbeddedEngine);
