import { expect } from '@playwright/test';
import { expectAccessible, heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

for (const locale of ['', '/bn', '/so']) {
  test(`what visitors are asked has no barrier on a phone: ${locale}/`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ['report/?listing=elatt', 'suggest/', 'feedback/', 'report/']) {
      await page.goto(`${locale}/${path}`);
      await expectAccessible(page);
    }
    await page.goto(`${locale}/suggest/`);
    await page.locator('form.refer-form button').click();
    await expect(page.locator('#error-summary')).toBeFocused();
    await expectAccessible(page);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody says that a phone number is wrong, by keyboard, and the page says so', async ({
    page,
  }) => {
    await page.goto('/organisations/elatt/');
    await page.getByRole('link', { name: 'Is something wrong here?' }).click();
    await page.getByRole('checkbox', { name: 'The phone number' }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('What is right, if you know?').focus();
    await page.keyboard.type('It rings out');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/report/?listing=elatt&received=yes');
    await expect(heading(page)).toHaveText('Thank you. We have it.');

    await page.getByRole('link', { name: 'Back to' }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.locator('[data-reported]')).toContainText('the phone number', {
        timeout: 100,
      });
    }).toPass({ timeout: 5000 });
    await expect(page.locator('main')).not.toContainText('It rings out');
  });
});
