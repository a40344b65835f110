import { expect } from '@playwright/test';
import { heading, tick } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { expectRest, translatePages } from '../../support/browser/translator.ts';

for (const isEarly of [false, true]) {
  const when = isEarly ? 'before their scripts came' : 'once they were there';

  test.describe(`results that a browser translated ${when}`, () => {
    test.beforeEach(({ context }) => translatePages(context, { isEarly }));

    test('follow boxes, links and words, and say how many they are', async ({ page }) => {
      await page.goto('/bn/search/?q=food');
      await expect(page.locator('[data-suggestions]')).toHaveCount(0);
      await expectRest(page);
      await page.evaluate(() => Object.assign(window, { isSamePage: true }));
      const all = await heading(page).textContent();
      await page.locator('#filters .expander > summary', { has: page.locator('#cost-on') }).click();
      await page.locator('#cost-free').check();
      await expect(page).toHaveURL(/\/bn\/search\/\?q=food&cost=free/);
      await expect(heading(page)).not.toHaveText(all ?? '');
      await expect(page.locator('#search-status')).toHaveText(/^⟦.*[০-৯]/);
      await page.locator('a.chip-on:not([href*=cost]) font font').first().click();
      await expect(heading(page)).toHaveText(all ?? '');
      await page.locator('#q').fill('gardening');
      await expect(page).toHaveURL(/q=gardening/);
      await expectRest(page);
      expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    });

    test('have suggestions that lead where they say, also after others', async ({ page }) => {
      await page.goto('/so/');
      await expect(page.locator('[data-suggestions]')).toHaveCount(0);
      const options = page.locator('[role=option]');
      await page.locator('#q').fill('toyn');
      await expect(options.first()).toContainText('Toynbee');
      await page.locator('#q').fill('bow food');
      await expect(options.first()).not.toContainText('Toynbee');
      await expect(options.first()).toContainText('⟦');
      await page.locator('#q').fill('toynbee hall');
      const name = options.filter({ hasText: '⟦Toynbee Hall⟧' }).locator('font font').first();
      await name.click();
      await expect(page).toHaveURL(/\/so\/organisations\/toynbee-hall\//);
    });
  });
}

test('a translated page of results in English ticks its boxes by their words', async ({
  page,
  context,
}) => {
  await translatePages(context);
  await page.goto('/search/?q=lonely');
  await expectRest(page);
  await tick(page, 'Cost', 'Free');
  await expect(page).toHaveURL(/cost=free/);
});
