import { type BrowserContext, expect, type Page } from '@playwright/test';

/** Navigator mode in a browser, with traces of a list that are known again wherever they are left. */
export const LIST = '/shortlist/?items=toynbee-hall.toyhouse&made=2020-11-20';
export const NICKNAME = 'red kite';
export const NOTE = 'ask for the Tuesday group';
export const MINUTE_MS = 60_000;

// Playwright's clock takes away how a page was reached, by which Back is known.
export async function installClock(page: Page) {
  await page.addInitScript(() => Object.assign(window, { reached: performance }));
  await page.clock.install();
  await page.addInitScript(() => {
    const { reached } = window as unknown as { reached: Performance };
    performance.getEntriesByType = (type) => reached.getEntriesByType(type);
  });
}

export async function startMode(page: Page) {
  await page.goto(LIST);
  await page.locator('#navigator-switch').check();
  await page.locator('#list-name').fill(NICKNAME);
  await page.locator('#shortlist summary').first().click();
  await page.locator('#shortlist textarea').first().fill(NOTE);
  await page.locator('#made-by').fill('Sam at the library');
}

/** The mark of leaving is no content; after a clear not even that is there. */
export async function expectNothingKept(page: Page, context: BrowserContext) {
  await expect(page.locator('h1')).toBeVisible();
  // A page that was just opened looks at what is held when the script for it has come.
  await expect.poll(() => everythingKept(page)).toBe('');
  expect(await context.cookies()).toEqual([]);
  await expectNothingSeen(page);
}

export async function expectNothingSeen(page: Page) {
  await expect(page.locator('#navigator-bar')).toHaveCount(0);
  await expect(page.locator('#shortlist > li')).toHaveCount(0);
  const held = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...Array.from(document.querySelectorAll('input, textarea'), (field) =>
      JSON.stringify((field as HTMLInputElement).value),
    ),
    JSON.stringify(history.state),
    location.href,
    window.name,
  ]);
  const traces = /red kite|Tuesday group|at the library|toynbee-hall\.toyhouse/;
  expect(held.join('\n').match(traces)).toBeNull();
}

export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const stored = (storage: Storage) =>
      Object.entries(storage).map(([key, value]) => `${key}=${value}`);
    const databases = await indexedDB.databases();
    return [
      ...stored(sessionStorage),
      ...stored(localStorage),
      ...(await caches.keys()),
      ...databases.map(({ name }) => `${name}`),
    ].join('\n');
  });
}

export function bar(page: Page) {
  return page.locator('#navigator-bar');
}

export function status(page: Page) {
  return page.locator('#shortlist-status');
}
