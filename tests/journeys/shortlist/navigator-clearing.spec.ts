/** Covers src/islands/shortlist/stored/clear.ts. */
import { expect } from '@playwright/test';
import { test } from '../../support/browser/journey-test.ts';
import {
  bar,
  everythingKept,
  expectNothingKept,
  expectNothingSeen,
  installClock,
  LIST,
  MINUTE_MS,
  startMode,
} from '../../support/browser/navigator-journey.ts';

test.describe('navigator mode', () => {
  test('clears everything with one press, from any page, and Back shows none of it [15, 16]', async ({
    page,
    context,
  }) => {
    await page.goto('/about/');
    await startMode(page);
    await page.goto('/organisations/toyhouse/');
    await page.getByRole('button', { name: 'Clear everything' }).press('Enter');

    await expect(page.locator('#cleared')).toHaveText(/Everything was cleared/);
    await expectNothingKept(page, context);
    for (let step = 0; step < 6 && !/about/.test(page.url()); step += 1) {
      await page.goBack();
      await expectNothingSeen(page);
    }
    await expect(page).toHaveURL(/about/);
    for (let step = 0; step < 4; step += 1) {
      await page.goForward();
      await expectNothingSeen(page);
    }
    await expectNothingKept(page, context);
  });

  test('clears everything on the page of a list with one press, and in other tabs [15, 16]', async ({
    page,
    context,
  }) => {
    const other = await context.newPage();
    await other.goto(LIST);
    await expect(other.locator('#shortlist-count-link')).toHaveText('Shortlist (2)');
    await startMode(page);
    await page.locator('#clear-everything').click();

    await expect(page.locator('#cleared')).toBeVisible();
    await expectNothingKept(page, context);
    await expect(other.locator('#cleared')).toBeVisible();
    await expectNothingKept(other, context);
  });

  test('shows an empty list at once when clearing, before any answer [15]', async ({ page }) => {
    await startMode(page);
    const left = await page.evaluate(() => {
      document.getElementById('navigator-clear')?.click();
      return { seen: document.documentElement.innerText.trim(), kept: sessionStorage.length };
    });

    expect(left).toEqual({ seen: '', kept: 0 });
  });

  for (const minutes of [5, 10, 20]) {
    test(`clears everything after ${minutes} minutes without a press, after a warning [14, 16]`, async ({
      page,
      context,
    }) => {
      await installClock(page);
      await startMode(page);
      // From here on time goes only as told: what a busy machine takes is not counted.
      await page.clock.pauseAt(Date.now() + 1000);
      await page.locator(`#idle-${minutes}`).check();
      await page.goto('/organisations/toyhouse/');
      await expect(bar(page)).toBeVisible();
      await page.clock.runFor((minutes - 2) * MINUTE_MS - 5000);
      await expect(page.getByRole('button', { name: 'Keep working' })).toBeHidden();
      await page.clock.runFor(6000);
      await expect(page.locator('.navigator-left')).toHaveText(/cleared in [12]:\d\d\./);
      await expect(bar(page).getByRole('alert')).toHaveText(/cleared in [12]:\d\d\./);
      await page.clock.runFor(90_000);
      await expect(bar(page).getByRole('alert')).toHaveText(/cleared in 0:\d\d\./);
      await page.clock.runFor(30_000);

      await expect(page.locator('#cleared')).toBeVisible();
      await expectNothingKept(page, context);
      await page.goBack();
      await expectNothingSeen(page);
    });
  }

  test('counts the time in which no page was open, or the computer slept [14]', async ({
    page,
    context,
  }) => {
    await installClock(page);
    await startMode(page);
    await page.goto('about:blank');
    await page.clock.fastForward(11 * MINUTE_MS);
    await page.goto('/needs/food/');

    await expectNothingKept(page, context);
    await expect(bar(page)).toHaveCount(0);
  });

  test('is forgotten by “Leave this page”, by its button and by the Escape key [15, 16]', async ({
    page,
    context,
  }) => {
    await context.route('https://www.bbc.co.uk/weather', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
    );
    for (const leave of ['button', 'key']) {
      await page.goto('/about/');
      await startMode(page);
      await page.goto('/needs/food/');
      await expect(bar(page)).toBeVisible();
      await page.goto('/needs/domestic-abuse/');
      if (leave === 'button') await page.locator('#leave-page').click();
      else await page.keyboard.down('Escape');
      await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
      await page.keyboard.up('Escape');

      await page.goBack();
      await expect(page).toHaveURL(/needs\/food/);
      await expectNothingSeen(page);
      expect(await everythingKept(page)).toBe('left=1');
      await page.goBack();
      await expectNothingSeen(page);
    }
  });
});
