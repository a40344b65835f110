/** Covers src/islands/leave-page/leave-page.ts. */
import { expect, type Page } from '@playwright/test';
import { findAxeViolations, sidewaysScroll } from '../../support/browser/axe.ts';
import { test } from '../../support/browser/journey-test.ts';

const PAGE = '/needs/domestic-abuse/';
const ELSEWHERE = 'https://www.bbc.co.uk/weather';

test.beforeEach(async ({ context }) => {
  await context.route(ELSEWHERE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
  );
});

test.describe('a page that could put its reader at risk', () => {
  test('is left at once, and Back does not show it again [2, 3]', async ({ page }) => {
    await page.goto('/needs/food/');
    await page.goto(PAGE);
    await page.getByRole('link', { name: 'Leave this page' }).click();

    await expect(page).toHaveURL(ELSEWHERE);
    await page.goBack();
    await expect(page).toHaveURL(/needs\/food/);
  });

  test('is left again when an earlier page of the kind is reached by Back [3]', async ({
    page,
  }) => {
    await page.goto('/urgent-help/');
    await page.goto(PAGE);
    await leaveLink(page).click();
    await expect(page).toHaveURL(ELSEWHERE);

    await page.goBack({ waitUntil: 'commit' });
    await expect(page).toHaveURL(ELSEWHERE);
    await page.goto(PAGE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Domestic abuse');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Domestic abuse');
  });

  test('is emptied and covered before the other site is asked [2]', async ({ page }) => {
    await page.goto(PAGE);
    await page.getByLabel('What do you need help with?').fill('he hits me');
    const left = await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[name=q]');
      document.getElementById('leave-page')?.click();
      return { typed: box?.value, seen: document.body.innerText.trim(), title: document.title };
    });

    expect(left).toEqual({ typed: '', seen: '', title: 'www.bbc.co.uk' });
  });

  test('is left by holding Escape, which is announced meanwhile [4]', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.getByText('Holding the Escape key down')).toBeVisible();
    await page.keyboard.down('Escape');
    await expect(page.locator('#leave-page-status')).toHaveText(/Keep holding Escape/);

    await expect(page).toHaveURL(ELSEWHERE);
  });

  test('is not left by an Escape that is let go, however often [4]', async ({ page }) => {
    await page.goto(PAGE);
    await page.keyboard.down('Escape');
    await expect(page.locator('#leave-page-status')).toHaveText(/Keep holding Escape/);
    await page.keyboard.up('Escape');
    await expect(page.locator('#leave-page-status')).toHaveText(/still on this page/);
    for (let press = 0; press < 8; press += 1) await page.keyboard.press('Escape', { delay: 250 });

    await expect(page).toHaveURL(PAGE);
  });

  test('is not left, and nothing typed is lost, by any key that is used for writing [4]', async ({
    page,
  }) => {
    await page.goto(PAGE);
    const box = page.getByLabel('What do you need help with?');
    await box.focus();
    for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`);
    for (const key of ['Shift', 'CapsLock', 'Control', 'Alt']) {
      for (let press = 0; press < 6; press += 1) await page.keyboard.press(key);
    }

    await expect(box).toHaveValue('ABCD');
    await expect(page).toHaveURL(PAGE);
  });

  test('has the way out in sight wherever it is scrolled, over nothing in focus [5]', async ({
    page,
  }) => {
    test.slow();
    for (const size of [
      { width: 320, height: 480 },
      { width: 1280, height: 720 },
    ]) {
      await page.setViewportSize(size);
      await page.goto(PAGE);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect(leaveLink(page)).toBeInViewport({ ratio: 1 });
      const box = await leaveLink(page).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      // Backwards, as what has the focus then comes in under the upper edge.
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('Shift+Tab');
        expect(await coveredFocus(page)).toBe('');
      }
    }
  });

  for (const prefix of ['', '/bn', '/so']) {
    test(`is accessible with it, also narrow, large and in forced colours: ${prefix || 'en'} [8]`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(prefix + PAGE);
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await findAxeViolations(page, 'visual')).toEqual([]);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      await expect(leaveLink(page)).toBeInViewport({ ratio: 1 });
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the way out is a link, and Escape is not spoken of [1, 6]', async ({ page }) => {
    await page.goto('/organisations/galop-helpline/');
    await expect(page.getByText('does not clear your browser’s history')).toBeVisible();
    await expect(page.getByText('Escape key')).toBeHidden();
    await expect(leaveLink(page)).toHaveAttribute('rel', /noreferrer/);
    await leaveLink(page).click();
    await expect(page).toHaveURL(ELSEWHERE);
  });
});

function leaveLink(page: Page) {
  return page.getByRole('link', { name: 'Leave this page' }).or(page.locator('#leave-page'));
}

/** What covers the middle of what has the focus, or its corners; '' if nothing does. */
function coveredFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const way = document.querySelector('.leave-page');
    if (!focused || focused === document.body || way?.contains(focused)) return '';
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const covers = [
      [left + 2, top + 2],
      [right - 2, bottom - 2],
      [(left + right) / 2, (top + bottom) / 2],
    ].map(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.closest('.leave-page'));
    return covers.every(Boolean) ? (focused.textContent ?? 'an input') : '';
  });
}
