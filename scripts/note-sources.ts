// Notes in the build what it was made from, for `npm run serve` to compare. The last step of
// `npm run build`.
import { hashSources, noteSources } from '../src/platform/build-sources.ts';

noteSources(process.env.OUT_DIR ?? 'dist', hashSources('.'));
