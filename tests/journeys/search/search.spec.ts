import { expect, type Locator, type Page } from '@playwright/test';
import { heading, open, tick } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

test.describe('someone searching', () => {
  test('types what is wrong and finds somewhere to ring', async ({ page }) => {
    await open(page, '/');
    await page.getByLabel('What do you need help with?').fill('i feel lonely');
    await page.getByRole('button', { name: 'Search' }).click();

    await expect(page).toHaveURL(/\/search\/\?q=i\+feel\+lonely$/);
    await expect(heading(page)).toHaveText(/^\d+ results for “i feel lonely”$/);
    const card = page
      .locator('.card')
      .filter({ has: page.locator('a[href^="tel:"]') })
      .first();
    await expect(card).toContainText('Who for');
    await expect(page.getByText('Not checked yet: ring or ask first.')).toHaveCount(1);
  });

  test('reaches a phone number with the keyboard alone', async ({ page }) => {
    await open(page, '/');
    await tabTo(page, page.getByLabel('What do you need help with?'));
    await page.keyboard.type('toynbee hall');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toContainText('toynbee hall');
    await tabTo(page, page.locator('.card-name a').first());
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(/\/organisations\//);
    await tabTo(page, page.locator('main a[href^="tel:"]').first());
  });

  test('takes back what we understood, and puts it back', async ({ page }) => {
    await open(page, '/search/?q=lonely');
    await page.getByRole('link', { name: 'Do not use “I feel lonely”' }).click();

    await expect(page.getByText('Showing only places that use your words.')).toBeVisible();
    await expect(page).toHaveURL('/search/?q=lonely&literal=1');
    await expect(page.getByText('Showing:', { exact: true })).toHaveCount(0);

    await page.getByRole('link', { name: 'Look for what my words mean as well' }).click();
    await expect(page.getByRole('link', { name: 'Do not use “I feel lonely”' })).toBeVisible();
    await expect(page).toHaveURL('/search/?q=lonely');
  });

  test('keeps the exact words while ticking boxes, not for other words', async ({ page }) => {
    await open(page, '/search/?q=lonely&literal=1');
    await tick(page, 'Cost', 'Free');
    await expect(page).toHaveURL('/search/?q=lonely&cost=free&literal=1');

    await page.getByLabel('What do you need help with?').fill('food bank');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search/?q=food+bank&cost=free');
  });

  test('sorts by distance from a postcode among the words', async ({ page }) => {
    await open(page, '/search/?q=food+bank+E1+4AA');
    await page.getByRole('link', { name: 'Nearest' }).click();

    await expect(page).toHaveURL('/search/?q=food+bank+E1+4AA&sort=distance');
    await expect(page.getByText('Distances are in a straight line from E1 4AA.')).toBeVisible();
    const miles = await page.locator('.card strong').allTextContents();
    const numbers = miles.map((text) => Number.parseFloat(text) || 0);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  test('changes the language and keeps the search', async ({ page }) => {
    await open(page, '/search/?q=lonely');
    await tick(page, 'Cost', 'Free');
    await expect(page).toHaveURL('/search/?q=lonely&cost=free');
    await page.getByRole('link', { name: 'Soomaali' }).click();

    await expect(page).toHaveURL('/so/search/?q=lonely&cost=free');
    await expect(page.locator('html')).toHaveAttribute('lang', 'so');
  });

  test('finds ways on when nothing matches', async ({ page }) => {
    await open(page, '/search/?q=xqzzvk&cost=paid');

    await expect(heading(page)).toHaveText('Nothing found for “xqzzvk”');
    await expect(page.getByRole('link', { name: 'Look again without the filters' })).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Or choose what you need help with' }),
    ).toBeVisible();
    await expect(page.getByText('I would like to talk to a social prescriber')).toBeVisible();
  });
});

test.describe('words of someone in danger', () => {
  for (const { path, heading: panel, first } of [
    { path: '/search/?q=i+want+to+kill+myself', heading: 'Get help now', first: '999' },
    { path: '/search/?q=my+husband+hits+me', heading: 'Get help now', first: '999' },
  ]) {
    test(`show urgent help before anything else: ${path}`, async ({ page }) => {
      await open(page, path);

      await expect(page.getByRole('heading', { name: panel })).toBeInViewport();
      await expect(page.locator('.crisis a[href^="tel:"]').first()).toContainText(first);
      await expect(page.locator('#results')).toContainText('social prescriber');
    });
  }

  test('show it in Bengali and in Somali', async ({ page }) => {
    for (const path of ['/bn/search/?q=আমি+মরে+যেতে+চাই', '/so/search/?q=waan+is+dilayaa']) {
      await open(page, path);
      await expect(page.locator('.crisis'), path).toBeInViewport();
    }
  });

  test('are told to a screen reader when typed on the page', async ({ page }) => {
    await open(page, '/search/?q=food');
    await page.getByLabel('What do you need help with?').fill('i want to die');

    await expect(page.locator('.crisis')).toBeVisible();
    await expect(page.locator('#search-status')).toContainText('Urgent help is at the top');
  });
});

async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}
