// Keeps in the build what search learns from the lists of words and the listings, so that a server need
// not learn it each time it starts. A step of `npm run build`.
import { parseConfig, readEnvironment } from '../src/platform/config.ts';
import { directory, keepSearchModelsOf } from '../src/wiring.ts';

keepSearchModelsOf(directory, parseConfig(readEnvironment()).outDir);
