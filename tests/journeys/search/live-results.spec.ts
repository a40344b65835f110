/**
 * Covers src/islands/live-results/live-results.ts, src/islands/live-results/reading.ts,
 * src/islands/live-results/swap.ts, src/islands/live-results/view-state.ts, src/islands/search-status.ts.
 */
import { expect, type Page } from '@playwright/test';
import { heading, holdBack, open, tick } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

test.describe('live results', () => {
  test('follow a box, and the address holds the whole search', async ({ page }) => {
    await open(page, '/search/?q=lonely');
    const before = await countIn(page);
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await tick(page, 'Cost', 'Free');

    await expect(page).toHaveURL('/search/?q=lonely&cost=free');
    await expect(page.getByRole('link', { name: 'Remove filter Cost: Free' })).toBeVisible();
    expect(await countIn(page)).toBeLessThan(before);
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    await expect(page.getByRole('checkbox', { name: 'Free' })).toBeFocused();
    await expect(page.locator('#search-status')).toHaveText(/^\d+ results for “lonely”$/);

    const live = await page.locator('#results').innerHTML();
    await page.reload();
    expect((await page.locator('#results').innerHTML()).trim()).toBe(live.trim());
  });

  test('follow a box that was ticked before the script came', async ({ page }) => {
    const letScriptsThrough = await holdBack(page, '**/_astro/*.js');
    await page.goto('/search/?q=lonely', { waitUntil: 'commit' });
    await tick(page, 'Cost', 'Free');
    letScriptsThrough();

    await expect(page.getByRole('link', { name: 'Remove filter Cost: Free' })).toBeVisible();
    await expect(page).toHaveURL('/search/?q=lonely&cost=free');
  });

  test('go back with Back: results, boxes and words', async ({ page }) => {
    await open(page, '/search/?q=lonely');
    const first = await heading(page).textContent();
    await tick(page, 'Cost', 'Free');
    await expect(page).toHaveURL(/cost=free/);
    await page.getByLabel('What do you need help with?').fill('gardening');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toContainText('“gardening”');

    await page.goBack();
    await expect(page.getByLabel('What do you need help with?')).toHaveValue('lonely');
    await expect(page.locator('#cost-free')).toBeChecked();
    await page.goBack();
    await expect(heading(page)).toHaveText(first ?? '');
    await expect(page.locator('#cost-free')).not.toBeChecked();
    await page.goForward();
    await expect(page.locator('#cost-free')).toBeChecked();
  });

  test('come back where they were left, with the same filters unfolded', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, '/search/?q=food');
    await page.locator('#filters > summary').click();
    await page.locator('.expander > summary', { hasText: 'Cost' }).click();
    await page.evaluate(() => scrollTo(0, 1500));
    await expect.poll(() => page.evaluate(() => history.state?.y)).toBe(1500);
    await page.reload();
    await expect(page.locator('#cost-free')).toBeVisible();

    // Ticked where it is, as a pointer would have to scroll to it.
    await page.locator('#cost-free').evaluate((box) => (box as HTMLElement).click());
    await expect(page).toHaveURL('/search/?q=food&cost=free');
    await expect(page.locator('#cost-free')).toBeVisible();
    await page.evaluate(() => scrollTo(0, 0));
    await page.goBack();
    await expect(page).toHaveURL('/search/?q=food');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  });

  test('give way to an ordinary page when they cannot be fetched', async ({ page }) => {
    await open(page, '/search/?q=lonely');
    await page.route(/cost=free/, (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await tick(page, 'Cost', 'Free');

    await expect(page.getByRole('link', { name: 'Remove filter Cost: Free' })).toBeVisible();
    await expect(page).toHaveURL('/search/?q=lonely&cost=free');
  });

  test('move the focus to the count when the chip that had it has gone', async ({ page }) => {
    await open(page, '/search/?q=lonely&cost=free');
    await page.getByRole('link', { name: 'Remove filter Cost: Free' }).focus();
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL('/search/?q=lonely');
    await expect(heading(page)).toBeFocused();
    await expect(page.locator('#cost-free')).not.toBeChecked();
  });

  test('fold the filters away on a phone and go to the count', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, '/search/?q=lonely');
    await expect(page.locator('#cost-free')).toBeHidden();
    await page.locator('#filters > summary').click();
    await tick(page, 'Cost', 'Free');
    await expect(page.locator('#filters > summary')).toContainText('1 on');
    await page.getByRole('button', { name: 'Show results' }).click();

    await expect(page.locator('#cost-free')).toBeHidden();
    await expect(heading(page)).toBeFocused();
    await expect(heading(page)).toBeInViewport();
  });
});

async function countIn(page: Page): Promise<number> {
  return Number.parseInt((await heading(page).textContent()) ?? '', 10);
}
