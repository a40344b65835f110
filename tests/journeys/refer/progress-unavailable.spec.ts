import { expect } from '@playwright/test';
import { locales, localisePath } from '../../../src/i18n/locale.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { findAxeViolations, sidewaysScroll } from '../../support/browser/axe.ts';
import { heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { startBuiltSite } from '../../support/site/built-site.ts';

// A server whose store cannot be reached: nothing listens on port 9.
let site: Awaited<ReturnType<typeof startBuiltSite>>;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  site = await startBuiltSite({
    DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:9/none',
    SMTP_URL: '',
    ROUTING_FILE: '',
  });
});
test.afterAll(() => site.stop());

test('a resident is told in each language that nothing has changed', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const locale of locales) {
    const t = createTranslator(locale);
    const answer = await page.goto(site.origin + localisePath(locale, '/refer/status/some-token/'));

    expect(answer?.status()).toBe(503);
    expect(answer?.headers()['retry-after']).toBe('120');
    await expect(heading(page)).toHaveText(t('progress:unavailable.title'));
    await expect(page.locator('main')).toContainText(t('progress:unavailable.unchanged'));
    await expect(page.locator('.ring-instead a[href^="tel:"]')).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  }
});

test('a team that presses the button is told that it was not noted', async () => {
  const pressed = await site.get('/refer/received/some-token/', {
    method: 'POST',
    headers: { origin: String(site.origin), 'content-type': 'application/x-www-form-urlencoded' },
    body: 'have=yes',
  });
  const page = await pressed.text();

  expect(pressed.status).toBe(503);
  expect(page).toContain('We could not note that you have the referral');
  expect(page).toContain('<button');
});

test('the health report is "down", and says nothing of why in words of the database', async () => {
  const answer = await site.get('/health');

  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ status: 'down', referrals: { status: 'down' } });
  expect(site.log()).not.toMatch(/nobody|nothing|ECONNREFUSED/);
});
