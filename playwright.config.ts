import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

const port = 4399;
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
  reporter: process.env.CI ? 'dot' : 'list',
  timeout: 30_000,
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
    env: { HOST: '127.0.0.1', PORT: String(port), SITE_URL: `http://127.0.0.1:${port}` },
    url: `http://127.0.0.1:${port}/health`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
