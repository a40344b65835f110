// Notes in the build what it was made from and for, for `npm run serve` to compare. The last step of
// `npm run build`.

import { parseConfig, readEnvironment } from '../src/platform/config.ts';
import { hashSources, noteSources } from '../src/platform/files/build-sources.ts';

const { outDir, siteUrl } = parseConfig(readEnvironment());
noteSources(outDir, hashSources('.'), siteUrl);
