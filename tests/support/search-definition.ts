import { loadSearchIndexFiles } from '../../src/platform/search-index-files.ts';
import { parseDefinition } from '../../src/search/definition.ts';
import { createTokeniser } from '../../src/search/normalise.ts';

/** The words and rules of search-index/. */
export const searchDefinition = parseDefinition(loadSearchIndexFiles('search-index').files);

export const tokeniser = createTokeniser(searchDefinition.normalise);
