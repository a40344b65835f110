import { loadSearchIndexFiles } from '../../../src/platform/files/search-index-files.ts';
import { parseDefinition } from '../../../src/search/definition/definition.ts';
import { createTokeniser } from '../../../src/search/words/tokeniser.ts';

/** The words and rules of search-index/. */
export const searchDefinition = parseDefinition(loadSearchIndexFiles('search-index').files);

export const tokeniser = createTokeniser(searchDefinition.normalise);
