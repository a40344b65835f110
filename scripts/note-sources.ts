// Notes in the build what it was made from and for, which one it is, and which files it has, for
// `npm run serve` to compare. A step of `npm run build`.
import { now } from '../src/platform/clock.ts';
import { parseConfig, readEnvironment } from '../src/platform/config.ts';
import { noteBuiltFiles } from '../src/platform/files/build-files.ts';
import { hashSources, noteSources } from '../src/platform/files/build-sources.ts';
import { noteBuildVersion } from '../src/platform/files/build-version.ts';

const [id = '', commit] = process.argv.slice(2);
const { outDir, siteUrl } = parseConfig(readEnvironment());
noteSources(outDir, hashSources('.'), siteUrl);
noteBuildVersion(outDir, { id, builtAt: now().toISOString(), ...(commit ? { commit } : {}) });
noteBuiltFiles(outDir);
