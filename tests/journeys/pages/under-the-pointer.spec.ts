import { expect, type Page } from '@playwright/test';
import { findFaintControls } from '../../support/browser/contrast.ts';
import { fillInReferral, open } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { anAnswer, answerSteps, next, openForm } from '../../support/browser/refer-journey.ts';

/** How each page is reached, in a language. */
const pages: Record<string, (page: Page, locale: string) => Promise<unknown>> = {
  'the whole form with its mistakes': async (page, locale) => {
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(`${locale}/refer/`);
    await page.locator('[value="someone-else"]').check();
    await next(page).click();
    await expect(page.locator('#error-summary')).toBeVisible();
  },
  'a question of the form': async (page, locale) => {
    await openForm(page, locale);
    await answerSteps(page, anAnswer.slice(0, 1));
  },
  'the page of other ways': async (page, locale) => {
    await reachCheck(page, locale, async () => page.locator('[value="not-registered"]').check());
    await expect(page.locator('[value=edit]')).toBeVisible();
  },
  'the page of answers': async (page, locale) => {
    await reachCheck(page, locale);
    await expect(page.locator('[value=send]')).toBeVisible();
  },
  'the page of how far it is': async (page, locale) => {
    await reachCheck(page, locale);
    await page.locator('[value=send]').click();
    await expect(page).toHaveURL(/\/refer\/status\//);
  },
  'the home page': (page, locale) => open(page, `${locale}/`),
  'a page of results': (page, locale) => open(page, `${locale}/search/?q=food`),
  'a listing': (page, locale) => open(page, `${locale}/organisations/bow-foodbank/`),
  'a shortlist': (page, locale) =>
    open(page, `${locale}/shortlist/?items=bow-foodbank.ability-bow&made=2020-11-20`),
};

// With the form before it; three at once are enough to see that a colour is wrong.
const everyday = ['the whole form with its mistakes', 'the page of answers', 'a page of results'];

for (const [name, reach] of Object.entries(pages)) {
  test(`on ${name} nothing grows faint under the pointer or with the focus`, {
    tag: everyday.includes(name) ? [] : '@long',
  }, async ({ page }) => {
    test.slow();
    await reach(page, '');

    expect(await findFaintControls(page, 'kinds')).toEqual([]);
  });

  test(`on ${name} in Bengali no control at all does, on a phone`, { tag: '@long' }, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 360, height: 640 });
    await reach(page, '/bn');

    expect(await findFaintControls(page, 'all')).toEqual([]);
  });
}

async function reachCheck(page: Page, locale: string, change?: () => Promise<void>) {
  await page.route(/\.js$/, (route) => route.abort());
  await fillInReferral(page, locale);
  await change?.();
  await next(page).click();
}
