import { expect, type Page } from '@playwright/test';
import { findAxeViolations } from '../../support/browser/axe.ts';
import { test } from '../../support/browser/journey-test.ts';

test('someone with a keyboard only goes from home to the phone number of a listing', async ({
  page,
}) => {
  await page.goto('/');
  await tabTo(page, 'link', 'Energy and fuel bills');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Energy and fuel bills');

  const card = page
    .locator('.card')
    .filter({ has: page.locator('[href^="tel:"]') })
    .first();
  const name = await card.getByRole('heading').innerText();
  await tabTo(page, 'link', name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

  const phone = page.locator('.contact-box [href^="tel:"]');
  await tabTo(page, 'link', await phone.innerText());
  await expect(phone).toBeFocused();
});

test('the skip link leads past the menu', async ({ page }) => {
  await page.goto('/needs/');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Skip to main content')).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page.locator('main')).toBeFocused();
});

test('changing the language keeps the page', async ({ page }) => {
  await page.goto('/needs/food/');
  await page.getByRole('link', { name: 'Soomaali' }).click();
  await expect(page).toHaveURL('/so/needs/food/');
  await page.getByRole('link', { name: 'বাংলা' }).click();

  await expect(page).toHaveURL('/bn/needs/food/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'bn');
});

test('only Bengali pages fetch the Bengali font', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url());
  });
  await page.goto('/organisations/ability-bow/', { waitUntil: 'networkidle' });
  await page.goto('/so/', { waitUntil: 'networkidle' });
  expect(fonts).toEqual([]);

  await page.goto('/bn/', { waitUntil: 'networkidle' });
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('16px "Noto Sans Bengali"', 'ক')))
    .toBe(true);
  expect(fonts.length).toBeLessThanOrEqual(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a search from a listing page reaches the results', async ({ page }) => {
    await page.goto('/organisations/ability-bow/');
    await page.getByRole('searchbox').fill('food bank');
    await page.getByRole('button', { name: 'Search' }).click();

    await expect(page).toHaveURL(/\/search\/\?q=food\+bank/);
    await expect(page.locator('.card').first()).toBeVisible();
  });
});

// axe itself needs JavaScript, so the page's own is kept from it.
for (const path of ['/', '/bn/', '/so/']) {
  test(`${path} is accessible when its scripts do not come`, async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(path);

    expect(await findAxeViolations(page)).toEqual([]);
  });
}

/** Presses Tab until a link or button of this name has the focus. */
async function tabTo(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached the ${role} “${name}”.`);
}
