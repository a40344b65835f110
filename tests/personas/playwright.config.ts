import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import everyday from '../../playwright.config.ts';
import { locales } from '../../src/i18n/locale.ts';

const port = Number(process.env.JOURNEYS_PORT ?? 4398);
// Workers read the letters and the log of the server that the first process started.
process.env.PERSONAS_DATA ??= makeDataFolder();
const dataFolder = process.env.PERSONAS_DATA;
const site = resolve(process.env.PERSONAS_SITE ?? '.');

const screens = {
  phone: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false },
};

const kinds = (['phone', 'desktop'] as const).flatMap((screen) =>
  [true, false].flatMap((javaScriptEnabled) =>
    locales.map((locale) => ({ screen, javaScriptEnabled, locale })),
  ),
);

/** Each persona on each kind of screen, with JavaScript and without, in each language. */
export default defineConfig({
  ...everyday,
  testDir: '.',
  // Whole conversations, most with a wait for the letter.
  timeout: 240_000,
  outputDir: resolve('test-results/personas'),
  reporter: [['list'], ['./print-efforts.ts']],
  use: { ...everyday.use, baseURL: `http://127.0.0.1:${port}`, screenshot: 'off' },
  projects: kinds.map(({ screen, javaScriptEnabled, locale }, place) => ({
    name: `${screen} ${javaScriptEnabled ? 'script' : 'none'} ${locale}`,
    metadata: { locale, place },
    use: { ...screens[screen], javaScriptEnabled },
  })),
  webServer: {
    command: `exec node scripts/serve.ts >"${dataFolder}/server.log" 2>&1`,
    cwd: site,
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataFolder,
      ROUTING_FILE: 'content/routing.example.yaml',
      SMTP_URL: '',
      // Each persona has a connection of their own, as each is named by a proxy.
      TRUSTED_PROXIES: '127.0.0.1',
    },
    url: `http://127.0.0.1:${port}/health`,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});

function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'personas-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
