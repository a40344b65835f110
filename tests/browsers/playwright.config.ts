import { existsSync } from 'node:fs';
import { basename, delimiter, dirname } from 'node:path';
import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';

/**
 * The journeys that scripts matter to, in older Chromiums than the journeys' own:
 *   OLD_CHROMIUM_PATHS=/opt/chromium-131/chromium:/opt/chromium-110/chromium npm run test:browsers
 * Where to get them: docs/old-browsers.md.
 */
const paths = (process.env.OLD_CHROMIUM_PATHS ?? '').split(delimiter).filter(Boolean);
const missing = paths.filter((path) => !existsSync(path));
if (paths.length === 0 || missing.length > 0) {
  const what =
    missing.length > 0 ? `There is no browser at ${missing.join(', ')}.` : 'No browser is named.';
  throw new Error(
    `${what} Set OLD_CHROMIUM_PATHS to the paths of older Chromiums; docs/old-browsers.md says where they are had.`,
  );
}

export default defineConfig({
  ...journeys,
  testDir: '../journeys',
  outputDir: '../../test-results/browsers',
  testMatch: [
    '{refer,search,shortlist}/without-javascript.spec.ts',
    'refer/{steps,broken-scripts,back-after-sending,progress}.spec.ts',
    'search/{live-results,suggestions}.spec.ts',
    'shortlist/{page,links,navigator-mode}.spec.ts',
    'translated/*.spec.ts',
  ],
  grepInvert: [/@long/, /accessible/],
  projects: paths.map((path) => ({
    name: basename(dirname(path)) || path,
    use: {
      launchOptions: { ...journeys.use?.launchOptions, executablePath: path },
    },
  })),
});
