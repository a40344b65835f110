import { expect, type Page } from '@playwright/test';
import { locales, localisePath } from '../../../src/i18n/locale.ts';
import { findAxeViolations, sidewaysScroll } from '../../support/browser/axe.ts';
import { test } from '../../support/browser/journey-test.ts';

const phone = { width: 360, height: 740 };
const addresses = (path: string) => locales.map((locale) => localisePath(locale, path));
const menu = (page: Page) => page.locator('.site-nav summary');
const prescriber = (page: Page) => page.locator('.site-nav a[href$="/refer/"]');

test.describe('the header on a phone', () => {
  test.use({ viewport: phone });

  for (const path of [...addresses('/'), ...addresses('/search/?q=food')]) {
    test(`leaves the screen to what people came for: ${path}`, async ({ page }) => {
      await page.goto(path);

      expect(await bottomOfHeader(page)).toBeLessThanOrEqual(100);
      await expect(page.locator('.languages a').first()).toBeInViewport();
      await expect(page.locator('.site-header a[href$="/urgent-help/"]')).toBeInViewport();
    });
  }

  for (const path of addresses('/needs/domestic-abuse/')) {
    test(`leaves most of it beside a way to leave, too: ${path}`, async ({ page }) => {
      await page.goto(path);

      expect(await bottomOfHeader(page)).toBeLessThanOrEqual(150);
      await expect(page.locator('#leave-page')).toBeInViewport();
    });
  }

  test('unfolds its menu with the keyboard, and folds it again', async ({ page }) => {
    await page.goto('/');
    await expect(prescriber(page)).toBeHidden();
    await menu(page).focus();
    await page.keyboard.press('Enter');
    await expect(prescriber(page)).toHaveText('Ask for a social prescriber');
    await page.keyboard.press('Tab');
    await expect(page.locator('.site-nav a').first()).toBeFocused();
    await menu(page).focus();
    await page.keyboard.press('Space');
    await expect(prescriber(page)).toBeHidden();
  });

  test('holds in large text and in forced colours, with the menu open', async ({ page }) => {
    for (const path of addresses('/needs/domestic-abuse/')) {
      await page.goto(path);
      await menu(page).click();
      expect(await findAxeViolations(page), path).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await findAxeViolations(page, 'visual'), path).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await findAxeViolations(page, 'visual'), path).toEqual([]);
      expect(await sidewaysScroll(page), path).toBe(0);
      expect(await overlaps(page, '.site-name', '.site-nav summary'), path).toBe(false);
      expect(await overlaps(page, '#leave-page', '.site-name'), path).toBe(false);
    }
  });
});

test.describe('the header without JavaScript', () => {
  test.use({ viewport: phone, javaScriptEnabled: false });

  test('unfolds its menu', async ({ page }) => {
    await page.goto('/bn/');
    await menu(page).click();

    await expect(prescriber(page)).toBeVisible();
  });
});

for (const width of [768, 1280]) {
  test(`the header's links all show at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of addresses('/')) {
      await page.goto(path);
      await expect(menu(page), path).toBeHidden();
      for (const link of await page.locator('.site-nav a').all()) await expect(link).toBeVisible();
      await expect(prescriber(page), path).toBeVisible();
    }
  });
}

async function bottomOfHeader(page: Page): Promise<number> {
  const box = await page.locator('.site-header').boundingBox();
  return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN);
}

async function overlaps(page: Page, one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((each) => page.locator(each).boundingBox()));
  if (!a || !b) throw new Error(`${one} or ${other} is not on the page.`);
  const apart =
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  return !apart;
}
