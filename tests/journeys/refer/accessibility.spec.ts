import { expect, type Page } from '@playwright/test';
import { findAxeViolations } from '../../support/browser/axe.ts';
import { expectAccessible, fillInReferral as fillIn } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { answerSteps, Keys, openForm, step } from '../../support/browser/refer-journey.ts';
import { bornOn, todayPlus, yearsBefore } from '../../support/days/days.ts';

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
    await page.locator('#nearPostcode').fill('E14 9QH');
    await page.locator('#nearest-practices [value=check]').click();
    await expect(page.locator('#nearest-practices li')).toHaveCount(3);
  },
  'page of other ways for who lives elsewhere': async (page, locale) => {
    await reachStop(page, locale, () => page.locator('[name=livesInBorough][value=no]').check());
  },
  'page of other ways for who has not asked the person': async (page, locale) => {
    await reachStop(page, locale, async () => {
      await page.locator('[value="someone-else"]').check();
      await page.locator('#permission-no').check();
    });
  },
  'page of other ways for a young person': async (page, locale) => {
    const { dobDay, dobMonth, dobYear } = bornOn(yearsBefore(todayPlus(0), 15));
    await reachStop(page, locale, async () => {
      await page.locator('#dobDay').fill(dobDay);
      await page.locator('#dobMonth').fill(dobMonth);
      await page.locator('#dobYear').fill(dobYear);
    });
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

async function reachStop(page: Page, locale: string, change: () => Promise<void>) {
  await fillIn(page, locale);
  await change();
  await check(page);
  await expect(page.locator('[value=edit]')).toBeVisible();
}

// Alike in every language but for the words; the last is looked at in Bengali by progress.spec.ts.
const repeated = ['form', 'page of other ways', 'page of how far it is'];
// Made of the same parts as the page of other ways.
const alike = /^page of other ways for/;

function isForLong(name: string, locale: string): boolean {
  return locale === '/so' || alike.test(name) || (locale !== '' && repeated.includes(name));
}

for (const locale of ['', '/bn', '/so']) {
  for (const [name, reach] of Object.entries(pages)) {
    test(`the ${name} in ${locale || '/en'} is accessible, small and in forced colours`, {
      tag: isForLong(name, locale) ? '@long' : [],
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

test('who is not registered finds a practice near by and goes back, by keyboard alone', async ({
  page,
}) => {
  await openForm(page);
  await answerSteps(page, [{ referralFor: 'self' }]);
  const keys = new Keys(page);
  await keys.tabTo('[name="practice"]');
  // The last of the answers: the arrow goes round.
  await keys.press('ArrowUp', 'Enter');
  await expect(page.locator('#nearest-practices')).toBeVisible();
  await keys.tabTo('#nearPostcode');
  await page.keyboard.type('E14 9QH');
  await keys.press('Enter');
  await expect(page.locator('#nearest-practices li')).toHaveCount(3);
  await keys.tabTo('#nearest-practices a[href^="tel:"]');
  await keys.tabTo('[name="step"][value="edit"]');
  await keys.press('Enter');

  await expect(step(page)).toHaveText(/Question 2/);
  await expect(page.locator('[value="not-registered"]')).toBeChecked();
});
