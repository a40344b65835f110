import { expect, type Page } from '@playwright/test';
import { test } from '../../support/browser/journey-test.ts';
import {
  bar,
  expectNothingKept,
  expectNothingSeen,
  LIST,
  startMode,
} from '../../support/browser/navigator-journey.ts';

// Playwright switches off what is tested here: pages that a browser keeps whole, for Back.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  },
});

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => {
      const seen = getComputedStyle(document.documentElement).visibility;
      Object.assign(window, { cameBack: { persisted, seen } });
    });
  });
});

test.describe('a page that the browser kept whole', () => {
  test('shows nothing of a list that was cleared since [16]', async ({ page, context }) => {
    await context.route('https://www.bbc.co.uk/weather', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
    );
    await startMode(page);
    await page.goto('/organisations/toyhouse/');
    await expect(bar(page)).toBeVisible();
    await page.goto('/needs/domestic-abuse/');
    await page.locator('#leave-page').click();
    await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();

    await page.goBack({ waitUntil: 'commit' });
    await expect(page).toHaveURL(/organisations\/toyhouse/);
    await expect.poll(() => cameBack(page)).toMatchObject({ persisted: true });
    await expectNothingSeen(page);
    await expect(page.locator('a[data-shortlist="toyhouse"]').first()).toHaveText(/Add to/);
    await expect(page.locator('#shortlist-count-link')).toHaveText('Shortlist');
    await page.evaluate(() => history.back());
    await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
  });

  test('is not kept any longer once a list is cleared by a press [16]', async ({
    page,
    context,
  }) => {
    await startMode(page);
    await page.goto('/organisations/toyhouse/');
    await expect(bar(page)).toBeVisible();
    await page.goto('/needs/food/');
    await page.getByRole('button', { name: 'Clear everything' }).click();
    await expectNothingKept(page, context);
    await page.goBack({ waitUntil: 'commit' });

    await expect(page).toHaveURL(/organisations\/toyhouse/);
    await expectNothingSeen(page);
  });

  test('shows the list again where it was not cleared, once that is known [11, 16]', async ({
    page,
  }) => {
    await page.goto(LIST);
    await page.goto('/needs/food/');
    await page.goBack({ waitUntil: 'commit' });

    await expect(page.locator('#shortlist > li').first()).toBeVisible();
    await expect.poll(() => cameBack(page)).toEqual({ persisted: true, seen: 'hidden' });
  });

  test('shows what was put on the list since [3]', async ({ page }) => {
    await page.goto('/organisations/toyhouse/');
    await page.goto('/organisations/toynbee-hall/');
    await page.locator('a[data-shortlist="toynbee-hall"]').first().click();
    await expect(page.locator('#shortlist-count-link')).toHaveText('Shortlist (1)');
    await page.goBack({ waitUntil: 'commit' });

    await expect(page.locator('#shortlist-count-link')).toHaveText('Shortlist (1)');
    await expect.poll(() => cameBack(page)).toMatchObject({ persisted: true });
  });
});

function cameBack(page: Page) {
  return page.evaluate(
    () => (window as unknown as { cameBack: { persisted: boolean; seen: string } }).cameBack,
  );
}
