import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Locale, locales, localisePath } from '../../../src/i18n/locale.ts';
import type { ProgressState } from '../../../src/referral/referrals.ts';
import { findAxeViolations, sidewaysScroll } from '../../support/browser/axe.ts';
import { heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { type SeededReferral, seedReferrals } from '../../support/referral/seeded-referrals.ts';
import { startBuiltSite } from '../../support/site/built-site.ts';

const states: Record<ProgressState, { title: string; says: RegExp }> = {
  saved: { title: 'We have your request', says: /has not reached the team yet/ },
  delayed: { title: 'We have your request, but it is late', says: /takes longer than it should/ },
  'handed-over': {
    title: 'We have sent your request to the team',
    says: /We sent it to the mailbox of the borough/,
  },
  unconfirmed: {
    title: 'Nobody has confirmed your request yet',
    says: /Nobody has told us that they have read it\..*someone else.*Please do not wait: ring/,
  },
  'never-confirmed': {
    title: 'Nobody has confirmed your request',
    says: /Our copy of yours has been destroyed\..*Fill in the form again/,
  },
  received: { title: 'The team has your request', says: /They told us on .* that they have it/ },
  spoken: {
    title: 'The team says it has spoken with you',
    says: /told us on \w+day \d.* that they have spoken with you\..*want to talk again, ring/,
  },
  // Somebody else asked.
  'not-reached': {
    title: 'The team could not reach them yet',
    says: /could not reach the person you asked for\..*You or the person can ring/,
  },
  'passed-on': {
    title: 'The team has passed your request on',
    says: /passed your request on to your GP practice\.\s*We cannot see what happens there\./,
  },
  problem: { title: 'There is a problem with your request', says: /Please do not wait: ring/ },
};
const names = Object.keys(states) as ProgressState[];

// The pages are alike but for their words: each state once, and the longest words in Bengali.
const isRepeated = (locale: Locale, state?: ProgressState) =>
  locale === 'so' || (locale === 'bn' && state !== 'problem' && state !== 'delayed');

// A server of its own, on a store with one referral in each state.
const dataDir = mkdtempSync(join(tmpdir(), 'progress-'));
let site: Awaited<ReturnType<typeof startBuiltSite>>;
let seeded: Record<ProgressState, SeededReferral>;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  seeded = await seedReferrals(dataDir, Date.now());
  site = await startBuiltSite({ DATA_DIR: dataDir, SMTP_URL: '', ROUTING_FILE: '' });
});
test.afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const statusPage = (state: ProgressState, locale: Locale = 'en') =>
  site.origin + localisePath(locale, seeded[state].statusPath);

for (const locale of locales) {
  for (const state of names) {
    test(`the page of a referral that is ${state} is accessible in ${locale}, narrow and in forced colours`, {
      tag: isRepeated(locale, state) ? '@long' : [],
    }, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(statusPage(state, locale));
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('.reference strong')).toHaveText(seeded[state].reference);
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);

      await page.emulateMedia({ forcedColors: 'active' });
      expect(await findAxeViolations(page, 'visual')).toEqual([]);

      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    });
  }

  test(`an address that is not one of ours has ways on in ${locale}`, {
    tag: isRepeated(locale) ? '@long' : [],
  }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const answer = await page.goto(
      `${site.origin}${localisePath(locale, '/refer/status/nothing/')}`,
    );

    expect(answer?.status()).toBe(404);
    await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
    await expect(page.locator(`main a[href="${localisePath(locale, '/needs/')}"]`)).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const state of names) {
    test(`a resident reads that a referral is ${state}, and whom to ring`, async ({ page }) => {
      await page.goto(statusPage(state));

      await expect(heading(page)).toHaveText(states[state].title);
      await expect(page.locator('main')).toContainText(states[state].says);
      await expect(page.locator('.ring-instead a[href^="tel:"]')).toBeVisible();
      await expect(page.locator('#urgent-help')).toBeVisible();
    });
  }

  test('a page that waits for an hour is not asked for again by itself', async ({ page }) => {
    await page.goto(statusPage('saved'));

    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  });

  test('"Look again" leads to the same page', async ({ page }) => {
    await page.goto(statusPage('saved'));
    await page.getByRole('link', { name: 'Look again' }).click();

    await expect(page).toHaveURL(statusPage('saved'));
  });
});

test('no answer about a referral is kept by a browser or shown by a search engine', async () => {
  for (const path of [seeded.saved.statusPath, seeded.saved.receivedPath]) {
    const answer = await site.get(path);

    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('<meta name="robots" content="noindex">');
  }
});

test('on paper the reference and the address of the page are there, and the links are not', async ({
  page,
}) => {
  await page.goto(statusPage('saved'));
  await page.emulateMedia({ media: 'print' });

  await expect(page.locator('.reference strong')).toBeVisible();
  await expect(page.locator('main')).toContainText(seeded.saved.statusPath);
  await expect(page.getByRole('link', { name: 'Look again' })).toBeHidden();
});
