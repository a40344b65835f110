import { expect, type Page } from '@playwright/test';
import { findAxeViolations } from '../../support/browser/axe.ts';
import { expectAccessible, fillInReferral as fillIn } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

const check = (page: Page) => page.locator('#refer-check').click();

/** How each page is reached, in a language. */
const pages: Record<string, (page: Page, locale: string) => Promise<void>> = {
  form: async (page, locale) => {
    await page.goto(`${locale}/refer/`);
    await page.locator('[value="someone-else"]').check();
  },
  'form with its mistakes': async (page, locale) => {
    await page.goto(`${locale}/refer/`);
    await page.locator('[value="someone-else"]').check();
    await check(page);
    await expect(page.locator('#error-summary')).toBeFocused();
  },
  'page of other ways': async (page, locale) => {
    await fillIn(page, locale);
    await page.locator('[value="not-registered"]').check();
    await check(page);
    await expect(page.locator('.refer-form')).toHaveCount(0);
    await expect(page.locator('[value=edit]')).toBeVisible();
  },
  'page of answers, with numbers for urgent help': async (page, locale) => {
    await fillIn(page, locale);
    await page.locator('#summary').fill('I want to kill myself');
    await check(page);
    await expect(page.locator('#urgent-help')).toBeVisible();
  },
  'page of how far it is': async (page, locale) => {
    await fillIn(page, locale);
    await check(page);
    await page.locator('[value=send]').click();
    await expect(page).toHaveURL(/\/refer\/status\//);
  },
};

// Alike in every language but for the words; the last is looked at in Bengali by progress.spec.ts.
const repeated = ['form', 'page of other ways', 'page of how far it is'];

for (const locale of ['', '/bn', '/so']) {
  for (const [name, reach] of Object.entries(pages)) {
    test(`the ${name} in ${locale || '/en'} is accessible, small and in forced colours`, {
      tag: locale === '/so' || (locale && repeated.includes(name)) ? '@long' : [],
    }, async ({ page }) => {
      test.slow();
      // axe needs JavaScript, so it stays on, but the site's own scripts do not come.
      await page.route(/\.js$/, (route) => route.abort());
      await page.setViewportSize({ width: 320, height: 640 });
      await reach(page, locale);

      await expectAccessible(page);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await findAxeViolations(page, 'visual')).toEqual([]);
    });
  }
}
