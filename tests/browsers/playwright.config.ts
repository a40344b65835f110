import { basename, dirname } from 'node:path';
import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';
import { oldChromiums } from './old-chromiums.ts';

/**
 * The journeys that scripts matter to, in older Chromiums than the journeys' own:
 *   OLD_CHROMIUM_PATHS=/opt/chromium-131/chromium:/opt/chromium-110/chromium npm run test:browsers
 * Where to get them: docs/old-browsers.md.
 */
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
  projects: oldChromiums.map((path) => ({
    name: basename(dirname(path)) || path,
    use: {
      launchOptions: { ...journeys.use?.launchOptions, executablePath: path },
    },
  })),
});
