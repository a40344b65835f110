/** Covers src/search/browser.ts. */
import { expect } from '@playwright/test';
import { heading, holdBack, open } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

test.describe('results while someone types', () => {
  test('follow typing without a wait that one feels', async ({ page }) => {
    await open(page, '/search/');
    await page.evaluate(() => {
      const shown = new MutationObserver(() => {
        if (document.querySelector('#results .card')) performance.mark('shown');
      });
      shown.observe(document.querySelector('.results-layout') as Element, {
        childList: true,
        subtree: true,
      });
      document.getElementById('q')?.addEventListener('input', () => performance.mark('typed'));
    });
    const waits: number[] = [];
    for (const words of ['food', 'yoga', 'gardening', 'debt', 'lonely']) {
      await page.evaluate(() => performance.clearMarks());
      await page.getByLabel('What do you need help with?').fill(words);
      await expect(heading(page)).toContainText(`“${words}”`);
      waits.push(await page.evaluate(waited));
    }

    // The quickest: how long the others took says more of a busy machine.
    expect(Math.min(...waits)).toBeGreaterThan(0);
    expect(Math.min(...waits)).toBeLessThan(400);
  });

  test('take a run of typing as one step back', async ({ page }) => {
    await open(page, '/search/?q=lonely');
    const box = page.getByLabel('What do you need help with?');
    await box.fill('gard');
    await expect(page).toHaveURL('/search/?q=gard');
    await box.fill('gardening');
    await expect(page).toHaveURL('/search/?q=gardening');
    await expect(box).toBeFocused();

    await page.goBack();
    await expect(page).toHaveURL('/search/?q=lonely');
    await expect(heading(page)).toContainText('“lonely”');
  });

  test('do not replace what someone has scrolled to, until they come back', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, '/search/?q=lonely');
    const letThrough = await holdBack(page, /search\/\?q=gardening/);
    const asked = page.waitForRequest(/search\/\?q=gardening/);
    await page.getByLabel('What do you need help with?').fill('gardening');
    const request = await asked;
    await page.evaluate(() => scrollTo(0, 900));
    letThrough();
    await (await request.response())?.finished();
    const first = await page.locator('.card-name').nth(2).textContent();
    await page.waitForTimeout(300);
    await expect(page.locator('.card-name').nth(2)).toHaveText(first ?? '');
    await expect(page).toHaveURL('/search/?q=lonely');

    await page.evaluate(() => scrollTo(0, 0));
    await expect(heading(page)).toContainText('“gardening”');
  });

  test('bring the way to leave the page with words of abuse, and it works', async ({ page }) => {
    await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'Weather' }));
    await open(page, '/search/?q=food');
    await page.getByLabel('What do you need help with?').fill('my husband hits me');
    await expect(page.locator('#leave-page')).toBeInViewport();
    await expect(page.locator('#leave-page-keys')).toBeVisible();
    await page.keyboard.down('Escape');

    await expect(page).toHaveURL('https://www.bbc.co.uk/weather');
  });

  test('never show an older answer over a newer', async ({ page }) => {
    await open(page, '/search/?q=lonely');
    const letOlderThrough = await holdBack(page, /search\/\?q=slow/);
    const older = page.waitForRequest(/search\/\?q=slow/);
    const box = page.getByLabel('What do you need help with?');
    await box.fill('slow cooking');
    await page.keyboard.press('Enter');
    const request = await older;
    await box.fill('gardening');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toContainText('“gardening”');
    letOlderThrough();
    // Null where the page gave the request up; else time for its answer to be drawn.
    await request.response();
    await page.waitForTimeout(500);

    await expect(heading(page)).toContainText('“gardening”');
    await expect(page).toHaveURL('/search/?q=gardening');
  });
});

function waited(): number {
  const time = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
  return time('shown') - time('typed');
}
