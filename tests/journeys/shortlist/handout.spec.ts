/** Covers src/islands/handout/handout-page.ts. */
import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { expectAccessible, heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { readPicture } from '../../support/browser/read-picture.ts';

const THREE = 'items=bow-foodbank.island-advice-centre.heba-womens-project&made=2020-05-12';
const handout = (query: string) => `/shortlist/handout/?${query}`;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a handout is chosen in another language and in large print', async ({ page }) => {
    await page.goto(`/shortlist/?${THREE}`);
    await page.getByRole('link', { name: 'Make a handout to print' }).click();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await page.getByRole('radio', { name: 'English beside Bengali' }).check();
    await page.getByRole('radio', { name: 'Large' }).check();
    await page.getByRole('button', { name: 'Show this' }).click();

    await expect(page.locator('.handout.large')).toBeVisible();
    await expect(page.locator('.handout-entry')).toHaveCount(3);
    await expect(page.locator('.handout-entry').first()).toContainText('Bow Foodbank');
    await expect(page.locator('.handout-entry dl[lang="bn"]').first()).toContainText('বিনামূল্যে');
    await expect(page.locator('.handout')).toContainText('List made on 12 May 2020.');
  });
});

for (const [locale, query] of [
  ['', 'with=en'],
  ['', 'with=bn&size=large'],
  ['/bn', ''],
  ['/so', 'size=large'],
]) {
  test(`a handout has no barrier on a phone: ${locale}/ ${query}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${locale}${handout(`${THREE}&${query}`)}`);

    await expect(page.locator('.handout-entry')).toHaveCount(3);
    await expectAccessible(page);
  });
}

test('the code on a handout, read from its pixels, leads to the list in its language', async ({
  page,
}) => {
  await page.goto(handout(`${THREE}&with=bn`));
  const address = (await readPicture(page, page.locator('.handout .qr'))) ?? '';

  expect(address).toMatch(/^http[^?]+\/bn\/s\/[0-9a-z]{20}$/);
  await expect(page.locator('.handout-address')).toHaveText(address.replace(/^https?:\/\//, ''));
  await page.goto(new URL(address).pathname);
  expect(new URL(page.url()).search).toBe(`?${THREE}`);
});

test('who made it is printed, and kept nowhere', async ({ page, context }) => {
  await page.goto(handout(THREE));
  await page.getByLabel('Made by').fill('A. Navigator');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByLabel('Made by')).toBeVisible();

  expect(await context.cookies()).toEqual([]);
  expect(
    await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])),
  ).not.toContain('Navigator');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Show this' }).click();
  await expect(page.getByLabel('Made by')).toHaveValue('');
  expect(page.url()).not.toContain('Navigator');
});

test.describe('a handout of the list that a tab keeps', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(`/shortlist/?${THREE}`);
    await page.locator('[data-note-for="bow-foodbank"] summary').click();
    await page.locator('[data-note-for="bow-foodbank"] textarea').fill('Ask for the side door');
    await page.getByRole('link', { name: 'Make a handout to print' }).click();
  });

  test('has the notes that were typed, and a handout of another list has not', async ({ page }) => {
    await expect(page.locator('.handout-entry').first()).toContainText('Ask for the side door');

    await page.goto(handout('items=bow-foodbank&made=2020-05-12'));
    await expect(page.locator('.handout-entry')).toHaveCount(1);
    await expect(page.locator('.handout')).not.toContainText('Ask for the side door');
  });

  test('is not seen again by Back once the list was cleared', async ({ page }) => {
    await expect(page.locator('.handout-entry').first()).toContainText('Ask for the side door');
    await page.goto('/needs/');
    await page.evaluate(() => sessionStorage.clear());
    await page.goBack();

    await expect(page).toHaveURL(/\/shortlist\/$/);
    await expect(page.getByText('Bow Foodbank')).toHaveCount(0);
  });
});

test('a handout that the tab keeps no list of is there again by Back', async ({ page }) => {
  await page.goto(handout(THREE));
  await page.goto('/needs/');
  await page.goBack();

  await expect(page.locator('.handout-entry')).toHaveCount(3);
});

test('on paper there is the sheet alone', async ({ page }) => {
  await page.goto(`/bn${handout(THREE)}`);
  await page.emulateMedia({ media: 'print' });

  for (const part of ['.site-header', '.site-footer', '.handout-options', '.leave-page', 'h1']) {
    await expect(page.locator(part).first(), part).toBeHidden();
  }
  await expect(page.locator('.handout')).toBeVisible();
});

// What the browser keeps on one page it can only keep if a page is tall enough.
test('no listing takes more than a page of A4, in any language, in large print', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const pageHeight = inPixels(297 - 13 - 15);
  await page.setViewportSize({ width: Math.floor(inPixels(210 - 2 * 14)), height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const slugs = readdirSync('content/organisations').map((file) => file.replace('.yaml', ''));
  const tall: string[] = [];
  let seen = 0;

  for (const beside of ['en', 'bn', 'so']) {
    for (let at = 0; at < slugs.length; at += 30) {
      const items = slugs.slice(at, at + 30).join('.');
      await page.goto(handout(`items=${items}&made=2020-05-12&with=${beside}&size=large`));
      await page.evaluate(() => document.fonts.ready);
      const parts = await page
        .locator('.handout-entry, .handout-urgent, .handout-head')
        .evaluateAll((all) =>
          all.map((part) => ({
            name: (part as HTMLElement).dataset.slug ?? part.className,
            height: part.getBoundingClientRect().height,
            breaks: getComputedStyle(part).breakInside,
          })),
        );
      seen += parts.filter(({ breaks }) => breaks === 'avoid').length - 2;
      tall.push(
        ...parts.filter(({ height }) => height > pageHeight).map(({ name }) => `${name} ${beside}`),
      );
    }
  }
  expect(seen).toBe(3 * slugs.length);
  expect(tall).toEqual([]);
});

test.describe('an address of nothing', () => {
  for (const items of [
    '',
    'no-such-place',
    '%3Cscript%3Ealert(1)%3C/script%3E',
    'x.'.repeat(5000),
  ]) {
    test(`gives a clear page: ${items.slice(0, 20)}`, async ({ page }) => {
      const answer = await page.goto(handout(`items=${items}`));

      expect(answer?.status()).toBe(200);
      await expect(heading(page)).toHaveText('There is nothing to print yet');
      await expect(page.getByRole('link', { name: 'Look for places by need' })).toBeVisible();
      await expectAccessible(page);
    });
  }
});

test('a place that the directory does not have is told on the sheet', async ({ page }) => {
  await page.goto(handout('items=bow-foodbank.no-such-place&made=2020-05-12&with=so'));

  await expect(page.locator('.handout-entry')).toHaveCount(1);
  await expect(page.locator('.handout-head .handout-notice')).toContainText(
    '1 place on this list is not in our directory.',
  );
});

function inPixels(millimetres: number) {
  return (millimetres / 25.4) * 96;
}
