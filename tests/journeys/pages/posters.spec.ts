/** Covers src/islands/print-button/print-button.ts. */
import { expect } from '@playwright/test';
import { choosePractice, expectAccessible, heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { readPicture } from '../../support/browser/read-picture.ts';

test("a navigator finds a practice's poster, whose code opens the form with it chosen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await page.locator('.site-footer').getByRole('link', { name: 'For professionals' }).click();
  await expect(heading(page)).toHaveText('For professionals');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'a poster for each GP practice' }).click();
  await page.waitForURL('**/posters/');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'The Mission Practice' }).click();
  await page.waitForURL('**/posters/F84016/');
  await expectAccessible(page);

  const address = new URL((await readPicture(page, page.locator('.poster .qr'))) ?? '');
  expect(address.pathname + address.search).toBe('/refer/?practice=F84016');
  await expect(page.locator('.poster-address')).toHaveText(
    address.host + address.pathname + address.search,
  );
  await page.goto(address.pathname + address.search);
  await expect(page.locator('[name=practice]:checked')).toHaveValue('F84016');
});

for (const locale of ['/bn', '/so']) {
  test(`what professionals read has no barrier on a phone: ${locale}/`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ['for-professionals/', 'posters/', 'posters/F84062/']) {
      await page.goto(`${locale}/about/${path}`);
      await expectAccessible(page);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the practice of a poster stays chosen in another language', async ({ page }) => {
    await page.goto('/refer/?practice=F84016');
    await page.locator('.languages').getByRole('link', { name: 'বাংলা' }).click();

    await expect(page.locator('[name=practice]:checked')).toHaveValue('F84016');
    await expect(page.getByRole('button', { name: 'Print' })).toHaveCount(0);
  });

  for (const prefix of ['', '/bn', '/so']) {
    test(`a practice's link works as it was copied, and the choice can be changed: ${prefix}/`, async ({
      page,
    }) => {
      for (const copied of ['f84016', 'F84016.', '%20F84016%20']) {
        await page.goto(`${prefix}/refer/?practice=${copied}`);
        await expect(page.locator('[name=practice]').first()).toHaveValue('F84016');
        await expect(page.locator('[name=practice]').first()).toBeChecked();
      }
      await choosePractice(page, 'F84012');
      await expect(page.locator('[name=practice]:checked')).toHaveValue('F84012');
      await page.goto(`${prefix}/refer/?practice=F99999`);
      await expect(page.locator('[name=practice]:checked')).toHaveCount(0);
      await expect(page.locator('#error-summary')).toHaveCount(0);
    });
  }
});

for (const locale of ['', '/bn', '/so']) {
  test(`a poster is one sheet of A4 with nothing cut: ${locale}/`, async ({ page }) => {
    await page.setViewportSize({ width: 703, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    for (const practice of ['F84016', 'F84062']) {
      await page.goto(`${locale}/about/posters/${practice}/`);
      await page.evaluate(() => document.fonts.ready);
      const height = await page.locator('.poster').evaluate((poster) => ({
        needed: poster.scrollHeight,
        given: poster.clientHeight,
        page: document.documentElement.scrollHeight,
      }));

      expect(height.needed).toBeLessThanOrEqual(height.given);
      // 297 mm without its margins of 12.
      expect(height.page).toBeLessThanOrEqual((273 / 25.4) * 96);
      await expect(page.locator('.site-header')).toBeHidden();
    }
  });
}
