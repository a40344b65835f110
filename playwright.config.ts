import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.JOURNEYS_PORT ?? 4399);
const dataFolder = makeDataFolder();
const chromium = process.env.CHROMIUM_PATH;

/**
 * Journeys through the built site (npm run build) as served by our own server.
 * The browser comes from scripts/with-browser.mjs; nothing is downloaded.
 */
export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  workers: availableParallelism(),
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only the second time is printed as flaky, to be mended; it does not hold up a fix.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.CI ? 'dot' : 'list',
  // Far above what an idle machine takes, most of all axe: a busy one is no fault of the site.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        // A browser that calls home would slow the tests and blur "no request to another origin".
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-sync',
        '--no-first-run',
        '--no-pings',
      ],
    },
  },
  webServer: {
    command: 'node scripts/serve.ts',
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      // Referrals of invented people: letters become files in this folder, as SMTP_URL is empty.
      DATA_DIR: dataFolder,
      ROUTING_FILE: 'content/routing.example.yaml',
      SMTP_URL: '',
    },
    url: `http://127.0.0.1:${port}/health`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});

/** Only for the process that starts the server; it deletes the folder when it ends. */
function makeDataFolder(): string {
  if (process.env.TEST_WORKER_INDEX !== undefined) return '';
  const folder = mkdtempSync(join(tmpdir(), 'journeys-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
