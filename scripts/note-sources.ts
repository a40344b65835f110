// Notes in the build what it was made from and for, for `npm run serve` to compare. The last step of
// `npm run build`.
import { hashSources, noteSources } from '../src/platform/build-sources.ts';
import { parseConfig, readEnvironment } from '../src/platform/config.ts';

const { outDir, siteUrl } = parseConfig(readEnvironment());
noteSources(outDir, hashSources('.'), siteUrl);
