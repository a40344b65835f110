import { type SearchModels, trainSearchModels } from '../../../src/search/search-models.ts';
import { directory } from '../../../src/wiring.ts';
import { searchDefinition } from './search-definition.ts';

let models: SearchModels | undefined;

/** The site's own; made once, as learning takes a moment. */
export function realModels(): SearchModels {
  models ??= trainSearchModels({ ...directory, definition: searchDefinition });
  return models;
}
