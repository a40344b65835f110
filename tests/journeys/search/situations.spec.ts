import { expect, type Page } from '@playwright/test';
import { expectAccessible, open } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

const PHONE = { width: 360, height: 740 };
const searches = {
  '/search/?q=told+to+leave+my+home': 'I have been told to leave my home',
  '/search/?q=bailiffs+are+coming': 'Bailiffs are coming',
  '/bn/search/?q=told+to+leave+my+home': 'আমাকে বাসা ছাড়তে বলা হয়েছে',
};

for (const [address, title] of Object.entries(searches)) {
  test(`${address}: the first thing to do is on the first screen of a phone`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await open(page, address);
    await expectFirstOnScreen(page, title);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: PHONE });

  for (const [address, title] of Object.entries(searches)) {
    test(`${address}: the first thing to do is on the first screen of a phone`, async ({
      page,
    }) => {
      await page.goto(address);
      await expectFirstOnScreen(page, title);
    });
  }

  test('one link puts all on a shortlist, in their order', async ({ page }) => {
    await page.goto('/help/no-food-today/');
    const names = await page.locator('.first-cards .card-name').allInnerTexts();
    await page.getByRole('link', { name: 'Put all on my shortlist' }).click();

    await expect(page).toHaveURL(/\/shortlist\/\?items=.+&made=/);
    await expect(page.locator('#shortlist .card-name')).toHaveText(names);
  });

  test('the form that asks for a prescriber has the situation’s needs ticked', async ({ page }) => {
    await page.goto('/help/told-to-leave-home/');
    await page.locator('.situation-acts').getByRole('link', { name: 'Ask for a social' }).click();

    await expect(page.locator('[name=needs][value=homelessness]')).toBeChecked();
    await expect(page.locator('[name=needs][value=food]')).not.toBeChecked();
  });

  test('what was understood is taken back by a link', async ({ page }) => {
    await page.goto('/search/?q=bailiffs+are+coming');
    await page.getByRole('link', { name: 'Do not use “Bailiffs are coming”' }).click();

    await expect(page).toHaveURL('/search/?q=bailiffs+are+coming&literal=1');
    await expect(page.locator('.start-here')).toHaveCount(0);
    await page.getByRole('link', { name: 'Look for what my words mean as well' }).click();
    await expect(page.locator('.start-here')).toHaveCount(1);
  });
});

test('the list below does not repeat the first to ask, and page 2 has neither', async ({
  page,
}) => {
  await open(page, '/search/?q=told+to+leave+my+home');
  const first = await page.locator('.start-here .card-name a').allInnerTexts();
  const list = await page.locator('#results .card-name a').allInnerTexts();
  expect(first.length).toBeGreaterThan(1);
  expect(first.length + list.length).toBe(10);
  expect(list.filter((name) => first.includes(name))).toEqual([]);

  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator('.start-here')).toHaveCount(0);
  const second = await page.locator('#results .card-name a').allInnerTexts();
  expect(second.filter((name) => first.includes(name) || list.includes(name))).toEqual([]);
});

test('putting all on the shortlist keeps what the tab’s list held', async ({ page }) => {
  await open(page, '/search/?q=yoga');
  await page.locator('#results a[data-shortlist]').first().click();
  await expect(page.locator('#shortlist-count-link')).toContainText('1');
  await page.goto('/help/no-food-today/');
  const count = await page.locator('.first-cards .card').count();
  await page.getByRole('link', { name: 'Put all on my shortlist' }).click();

  await expect(page.locator('#shortlist > li')).toHaveCount(count + 1);
});

test('a search that tells of abuse can be left at once', async ({ page }) => {
  await open(page, '/search/?q=my+husband+hits+me');

  await expect(page.getByRole('link', { name: 'Leave this page' })).toBeVisible();
  await expect(page.locator('#urgent-help')).toBeVisible();
  await expect(page.locator('.start-here')).toHaveCount(1);
});

for (const prefix of ['', '/bn', '/so']) {
  test(`axe finds nothing above the results, in ${prefix || 'English'} at 320 pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, `${prefix}/search/?q=told+to+leave+my+home`);
    await expect(page.locator('.start-here')).toHaveCount(1);
    await expectAccessible(page);
  });
}

/** What to do, and the name of whom to ask first, without scrolling. */
async function expectFirstOnScreen(page: Page, title: string) {
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.start-here-lead')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.first-cards .card-name').first()).toBeInViewport();
}
