/**
 * Covers src/islands/search-box/SearchBox.tsx, src/islands/search-box/SuggestionList.tsx,
 * src/islands/search-box/choose-need.ts, src/islands/search-box/start-search-box.tsx,
 * src/islands/search-box/suggestion-words.ts, src/islands/search-box/use-suggestions.ts.
 */
import { expect, type Page } from '@playwright/test';
import { holdBack, open } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

// The numbers are those of src/islands/search-box/acceptance.md.

test.describe('suggestions', () => {
  // The first answer of a server waits for its index, and is then a slow one.
  test.beforeEach(({ request }) => request.get('/api/suggestions?q=food'));

  test('are situations, services and needs, and their number is announced (3, 13)', async ({
    page,
  }) => {
    await open(page, '/');
    await box(page).pressSequentially('food');

    await expect(options(page).first()).toContainText('Start here');
    await expect(options(page).filter({ hasText: 'Service' }).first()).toBeVisible();
    await expect(options(page).last()).toContainText('Food');
    await expect(options(page).last()).toContainText('Topic');
    await expect(page.getByRole('status').filter({ hasText: 'suggestion' })).toHaveText(
      /^\d suggestions\. Use the up and down arrows\.$/,
    );
  });

  test('are chosen with the arrows and accepted with Enter: a need is searched for (6, 7, 8)', async ({
    page,
  }) => {
    await open(page, '/');
    await box(page).pressSequentially('lonel');
    await expect(options(page).filter({ hasText: /^Loneliness/ })).toBeVisible();
    const texts = await options(page).allTextContents();
    const place = texts.findIndex((text) => text.startsWith('Loneliness'));
    for (let press = 0; press <= place; press += 1) await page.keyboard.press('ArrowDown');

    await expect(box(page)).toHaveAttribute('aria-activedescendant', `q-suggestions-${place}`);
    await expect(options(page).nth(place)).toHaveAttribute('aria-selected', 'true');
    await expect(box(page)).toHaveValue('lonel');
    await expect(box(page)).toBeFocused();

    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search/?need=loneliness');
  });

  test('keep words that were typed after the suggestions came', async ({ page }) => {
    await open(page, '/search/');
    await box(page).pressSequentially('food');
    const food = options(page).filter({ hasText: 'Topic' }).filter({ hasText: 'Food' });
    await expect(food).toBeVisible();
    await page.route('**/api/suggestions*', () => undefined);
    await box(page).pressSequentially(' near the mosque', { delay: 5 });
    await food.click();

    await expect(page).toHaveURL('/search/?q=food+near+the+mosque&need=food');
  });

  test('keep words that say more than the need, and the other boxes (8)', async ({ page }) => {
    await open(page, '/search/?cost=free');
    await box(page).pressSequentially('food near the mosque');
    await options(page).filter({ hasText: 'Topic' }).filter({ hasText: 'Food' }).click();

    await expect(page).toHaveURL('/search/?q=food+near+the+mosque&need=food&cost=free');
    await expect(page.locator('#need-food')).toBeChecked();
  });

  test('lead straight to what to do first (8)', async ({ page }) => {
    await open(page, '/');
    await box(page).pressSequentially('eviction');
    await expect(options(page).first()).toContainText('Start here');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(/\/help\/[a-z-]+\/$/);
  });

  test('know services by other names, and set words about the search aside (3)', async ({
    page,
  }) => {
    await open(page, '/');
    await box(page).fill('cab');
    await expect(options(page).filter({ hasText: 'Citizens Advice' }).first()).toBeVisible();
    await box(page).fill('toynbee hall phone num');
    await expect(options(page).filter({ hasText: 'Toynbee Hall' }).first()).toBeVisible();
  });

  test('lead straight to an organisation (8)', async ({ page }) => {
    await open(page, '/');
    await box(page).pressSequentially('toynbee');
    const organisation = options(page).filter({ hasText: 'Service' }).first();
    await expect(organisation).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(/\/organisations\/.*toynbee/);
  });

  test('leave Enter alone when none is chosen (7)', async ({ page }) => {
    await open(page, '/');
    await box(page).pressSequentially('food');
    await expect(list(page)).toBeVisible();
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL('/search/?q=food');
  });

  test('close with Escape and on leaving, and the words stay (9)', async ({ page }) => {
    await open(page, '/search/');
    await box(page).pressSequentially('food');
    await expect(list(page)).toBeVisible();
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeHidden();
    await expect(box(page)).toHaveValue('food');
    await expect(box(page)).toHaveAttribute('aria-expanded', 'false');

    await page.keyboard.press('ArrowDown');
    await expect(list(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(list(page)).toBeHidden();
  });

  test('are accepted with a finger (10)', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ hasTouch: true, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await open(page, '/');
    await box(page).pressSequentially('lon');
    await options(page)
      .filter({ hasText: /^Loneliness/ })
      .tap();

    await expect(page).toHaveURL('/search/?need=loneliness');
    await context.close();
  });

  test('from the page itself come if no answer does (4)', async ({ page }) => {
    await page.route('**/api/suggestions*', (route) => route.abort());
    await open(page, '/');
    await box(page).pressSequentially('hous');

    await expect(options(page)).toHaveText([/^Housing/]);
    await expect(page.getByRole('status').filter({ hasText: 'suggestion' })).toHaveText(
      /^1 suggestion\./,
    );
  });

  test('chosen while a slow answer was on its way stay chosen in their place (4)', async ({
    page,
  }) => {
    const letAnswersThrough = await holdBack(page, '**/api/suggestions*');
    await open(page, '/search/');
    await box(page).fill('food');
    await expect(list(page)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(box(page)).toHaveAttribute('aria-activedescendant', 'q-suggestions-0');
    letAnswersThrough();
    await expect(options(page).filter({ hasText: 'Service' }).first()).toBeVisible();

    await expect(box(page)).toHaveAttribute('aria-activedescendant', 'q-suggestions-0');
    await expect(options(page).first()).toContainText('Food');
  });

  test('for older words never replace those for newer (5)', async ({ page }) => {
    const older = /api\/suggestions\?q=foo&/;
    const letOlderThrough = await holdBack(page, older);
    await open(page, '/search/');
    const asked = page.waitForRequest(older);
    await box(page).fill('foo');
    const request = await asked;
    await box(page).fill('toynbee');
    await expect(options(page).first()).toContainText('Toynbee');
    letOlderThrough();
    // Null where the page gave the request up; else time for its answer to be drawn.
    await request.response();
    await page.waitForTimeout(500);

    await expect(options(page).first()).toContainText('Toynbee');
    await expect(options(page).filter({ hasText: 'Food' })).toHaveCount(0);
  });

  test('keep and use words typed before the script came (2)', async ({ page }) => {
    const letScriptsThrough = await holdBack(page, '**/_astro/*.js');
    await page.goto('/', { waitUntil: 'commit' });
    await box(page, 'searchbox').fill('lonel');
    letScriptsThrough();

    await expect(page.locator('[data-suggestions]')).toHaveCount(0);
    await expect(box(page)).toHaveValue('lonel');
    await expect(options(page).filter({ hasText: /^Loneliness/ })).toBeVisible();
  });

  test('are in the language of the page', async ({ page }) => {
    await open(page, '/bn/');
    await page.getByRole('combobox').fill('একাকী');

    await expect(options(page).last()).toContainText('বিষয়');
  });
});

function box(page: Page, role: 'combobox' | 'searchbox' = 'combobox') {
  return page.getByRole(role, { name: 'What do you need help with?' });
}

function list(page: Page) {
  return page.getByRole('listbox', { name: 'Suggestions' });
}

function options(page: Page) {
  return page.getByRole('option');
}
