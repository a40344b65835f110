/**
 * Covers src/islands/shortlist/announce.ts, src/islands/shortlist/loader.ts,
 * src/islands/shortlist/navigator/navigator-bar.ts, src/islands/shortlist/navigator/navigator-panel.ts,
 * src/islands/shortlist/page/notes.ts, src/islands/shortlist/navigator/panel-words.ts,
 * src/islands/shortlist/stored/shortlist-storage.ts.
 */
import { expect, type Page } from '@playwright/test';
import { findAxeViolations } from '../../support/browser/axe.ts';
import { test } from '../../support/browser/journey-test.ts';
import {
  bar,
  everythingKept,
  installClock,
  LIST,
  MINUTE_MS,
  NICKNAME,
  NOTE,
  startMode,
  status,
} from '../../support/browser/navigator-journey.ts';

const OTHER_LIST = '/shortlist/?items=bow-foodbank&made=2020-11-19';

test.describe('navigator mode', () => {
  test('is off until it is switched on, and explains itself [12]', async ({ page }) => {
    await page.goto(LIST);
    await expect(page.locator('#navigator-switch')).not.toBeChecked();
    await expect(page.locator('#navigator-on')).toBeHidden();
    await expect(bar(page)).toHaveCount(0);
    await expect(page.locator('#navigator-what')).toHaveText(/computer that others use too/);
    await page.locator('#navigator-switch').focus();
    await page.keyboard.press('Space');

    await expect(status(page)).toHaveText('Navigator mode is on.');
    await expect(bar(page)).toContainText('List: List 1 (2)');
    await page.goto('/needs/food/');
    await expect(bar(page)).toContainText('List: List 1 (2)');
  });

  test('keeps several lists by nickname, and says which is worked on [13]', async ({ page }) => {
    await startMode(page);
    await expect(bar(page)).toContainText(`List: ${NICKNAME} (2)`);
    await page.getByRole('button', { name: 'Start another list' }).click();
    await expect(status(page)).toHaveText('A new, empty list.');
    await expect(page).toHaveURL(/\/shortlist\/$/);
    await page.locator('#list-name').fill('bike');
    await page.goto('/organisations/bow-foodbank/');
    await expect(bar(page)).toContainText('List: bike (0)');
    await page.locator('a[data-shortlist="bow-foodbank"]').first().click();
    await expect(bar(page)).toContainText('List: bike (1)');
    await page.locator('#shortlist-count-link').click();
    await expect(page.locator('#shortlist > li')).toHaveCount(1);

    await page.getByRole('button', { name: `${NICKNAME} (2)` }).click();
    await expect(page.locator('#shortlist > li')).toHaveCount(2);
    await expect(bar(page)).toContainText(`List: ${NICKNAME} (2)`);
    await expect(page.getByRole('button', { name: `${NICKNAME} (2)` })).toBeFocused();
    await expect(page.locator('textarea').first()).toHaveValue(NOTE);
    await page.getByRole('button', { name: 'Delete this list' }).click();
    await expect(status(page)).toHaveText('The list was deleted.');
    await expect(bar(page)).toContainText('List: bike (1)');
    expect(await everythingKept(page)).not.toContain(NICKNAME);
  });

  test('makes a list that comes from elsewhere a list of its own [13]', async ({ page }) => {
    await startMode(page);
    await page.goto(OTHER_LIST);
    await expect(bar(page)).toContainText('List: List 2 (1)');
    await expect(page.locator('#navigator-lists > li')).toHaveCount(2);
    await page.reload();
    await expect(page.locator('#navigator-lists > li')).toHaveCount(2);
    await page.getByRole('link', { name: 'Soomaali' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'so');
    await expect(page.locator('#navigator-lists > li')).toHaveCount(2);
  });

  test('keeps only the list worked on when it is switched off [12]', async ({ page }) => {
    await startMode(page);
    await page.goto(OTHER_LIST);
    await page.locator('#navigator-switch').uncheck();

    await expect(status(page)).toHaveText(/Only the list you were working on is kept/);
    await expect(bar(page)).toHaveCount(0);
    const kept = await everythingKept(page);
    expect(kept).toContain('bow-foodbank');
    expect(kept).not.toMatch(/toyhouse|red kite|Tuesday/);
  });

  test('goes on for whoever presses a key in the last two minutes [14]', async ({ page }) => {
    await installClock(page);
    await startMode(page);
    // The look for accessibility begins at the top of a page, and scrolling there would be a sign of life.
    await scrollToTop(page);
    await page.clock.runFor(8 * MINUTE_MS + 10_000);
    const keep = page.getByRole('button', { name: 'Keep working' });
    await expect(keep).toBeVisible();
    expect(await findAxeViolations(page)).toEqual([]);
    await keep.focus();
    await page.keyboard.press('Enter');
    await expect(keep).toBeHidden();
    await expect(bar(page)).toBeFocused();
    await page.clock.runFor(7 * MINUTE_MS);
    await expect(bar(page)).toContainText(NICKNAME);
  });
});

/** Resolves once the page has heard of it. */
function scrollToTop(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        if (scrollY === 0) return resolve();
        addEventListener('scroll', () => resolve(), { once: true });
        scrollTo({ top: 0, behavior: 'instant' });
      }),
  );
}
