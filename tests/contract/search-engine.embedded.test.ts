import { createEmbeddedEngine } from '../../src/search/engines/embedded.ts';
import { describeSearchEngine } from './search-engine.ts';

describeSearchEngine('the embedded engine', createEmbeddedEngine);
