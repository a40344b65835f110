import { existsSync } from 'node:fs';
import { oldChromiums } from './old-chromiums.ts';

/** Says before anything is started which browser is not there. */
const missing = oldChromiums.filter((path) => !existsSync(path));
if (oldChromiums.length === 0 || missing.length > 0) {
  const what =
    missing.length > 0 ? `There is no browser at ${missing.join(', ')}.` : 'No browser is named.';
  console.error(
    `${what} Set OLD_CHROMIUM_PATHS to the paths of older Chromiums; docs/old-browsers.md says where they are had.`,
  );
  process.exit(1);
}
