import { type Browser, chromium } from '@playwright/test';
import { localisePath } from '../../src/i18n/locale.ts';
import { measuredLanguages, measuredPages } from './page-weights.ts';
import { ms, type Section } from './table.ts';

const RUNS = 5;
const LARGEST_PAINT_MS = 1000;
const SETTLE_MS = 500;

// A mid-range phone on a poor connection. Chromium adds the round trip to each request; there is no
// connection to set up on the machine itself, which over TLS would cost two or three more.
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true };

/** When the largest thing shows, and for how long the page is deaf before that: medians of five. */
export async function measurePaint(origin: string): Promise<Section> {
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const rows: Section['rows'] = [];
  for (const { code } of measuredLanguages) {
    for (const [name, path] of Object.entries(measuredPages)) {
      const runs: { lcp: number; tbt: number }[] = [];
      for (let run = 0; run < RUNS; run += 1)
        runs.push(await visit(browser, origin + localisePath(code, path)));
      const lcp = median(runs.map((run) => run.lcp));
      const tbt = median(runs.map((run) => run.tbt));
      rows.push({
        what: `${code} ${name}: LCP (TBT ${ms(tbt)})`,
        figure: ms(lcp),
        goal: `≤ ${ms(LARGEST_PAINT_MS)}`,
        met: lcp <= LARGEST_PAINT_MS,
      });
    }
  }
  await browser.close();
  return { title: `360×740, 150 ms, 1.6 Mbit/s, CPU ×4, no cache, median of ${RUNS}`, rows };
}

async function visit(browser: Browser, url: string): Promise<{ lcp: number; tbt: number }> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const seen = { lcp: 0, tbt: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tbt += Math.max(0, entry.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(SETTLE_MS);
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { lcp: number; tbt: number } }).seen,
  );
  await context.close();
  return seen;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
