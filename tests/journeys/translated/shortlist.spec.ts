/** Covers src/islands/page-locale.ts, src/islands/write-text.ts. */
import { expect, type Page } from '@playwright/test';
import { test } from '../../support/browser/journey-test.ts';
import { bar, LIST, NICKNAME, startMode, status } from '../../support/browser/navigator-journey.ts';
import { expectRest, translated, translatePages } from '../../support/browser/translator.ts';

for (const isEarly of [false, true]) {
  const when = isEarly ? 'before their scripts came' : 'once they were there';

  test.describe(`pages that a browser translated ${when}`, () => {
    test.beforeEach(({ context }) => translatePages(context, { isEarly }));

    test('put a listing on the shortlist and take it off, in place, and count true', async ({
      page,
    }) => {
      await page.goto('/bn/needs/food/');
      const address = page.url();
      const link = page.locator('a[data-shortlist]').first();
      const add = await pressWord(link);
      await expect(link).toHaveClass(/is-on/);
      await expect(link.locator('font font').first()).not.toHaveText(add);
      await expect(page.locator('#shortlist-count-link')).toHaveText(/^⟦.*১/);
      await expectRest(page);
      await expect(page.locator('#shortlist-count-link')).toHaveAttribute(
        'href',
        /^\/bn\/shortlist/,
      );
      await pressWord(link);
      await expect(link).not.toHaveClass(/is-on/);
      await expect(link.locator('font font').first()).toHaveText(add);
      await expect(page.locator('#shortlist-count-link')).not.toHaveText(/১/);
      expect(page.url()).toBe(address);
    });

    test('put a list in order and remove from it, in place and in their own language', async ({
      page,
    }) => {
      await page.goto(`/so${LIST}`);
      await page.locator('[data-slug=toyhouse] [data-act=up] font font').first().click();
      await expect.poll(() => order(page)).toEqual(['toyhouse', 'toynbee-hall']);
      await expect(page).toHaveURL(/\/so\/shortlist\/\?items=toyhouse\.toynbee-hall/);
      await expect(page.locator('h1')).toHaveText(/^⟦/);
      await page.locator('[data-slug=toyhouse] [data-act=remove] font font').first().click();
      await expect.poll(() => order(page)).toEqual(['toynbee-hall']);
      await expect(page.locator('#shortlist-count-link')).toHaveText(/^⟦.*1/);
      await expectRest(page);
    });

    test('copy the address by a press on the translated word', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(LIST);
      await page.locator('#copy-address font font').click();
      await expect(status(page)).toHaveText(/^⟦/);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/s\//);
    });

    test('keep several lists, and clear all by a press on the translated word', async ({
      page,
    }) => {
      await startMode(page);
      await expect(bar(page)).toContainText(NICKNAME);
      await expectRest(page);
      await page.locator('#start-list font font').click();
      await expect(page.locator('#navigator-lists button')).toHaveCount(2);
      await page.locator('#navigator-lists button').first().click();
      await expect.poll(() => order(page)).toEqual(['toynbee-hall', 'toyhouse']);
      await expect(page.locator('#navigator-lists')).toContainText(NICKNAME);
      await expect(page.locator('#navigator-lists')).not.toContainText(translated(NICKNAME));
      await page.locator('#clear-everything font font').click();
      await expect(page).toHaveURL('/shortlist/?cleared=1');
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });
  });
}

/** Presses the translated word of a link, and gives what it said. */
async function pressWord(link: ReturnType<Page['locator']>): Promise<string> {
  const word = link.locator('font font').first();
  const text = (await word.textContent()) ?? '';
  await word.click();
  return text;
}

function order(page: Page) {
  return page
    .locator('#shortlist > li')
    .evaluateAll((entries) => entries.map((entry) => (entry as HTMLElement).dataset.slug));
}
