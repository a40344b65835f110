/** Covers src/islands/shortlist/links.ts. */
import { expect, type Page } from '@playwright/test';
import { today } from '../../../src/platform/clock.ts';
import { findAxeViolations } from '../../support/browser/axe.ts';
import { holdBack, open } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

const FOOD = '/needs/food/';

test.describe('putting services on a shortlist', () => {
  test('happens in place, is said, and is counted in the header [1, 2]', async ({ page }) => {
    await page.goto(FOOD);
    const first = addLinks(page).first();
    const name = await first.getAttribute('data-name');
    await first.click();

    await expect(status(page)).toHaveText(`Added: ${name}. 1 on your shortlist.`);
    await expect(page).toHaveURL(FOOD);
    await expect(countLink(page)).toHaveText('Shortlist (1)');
    const toggled = page.getByRole('link', { name: `On your shortlist – remove : ${name}` });
    await expect(toggled).toBeFocused();
    await toggled.click();
    await expect(status(page)).toHaveText(`Removed: ${name}. 0 on your shortlist.`);
    await expect(countLink(page)).toHaveText('Shortlist');
  });

  test('works by keyboard alone, over several pages, and the header leads to the list [1, 3]', async ({
    page,
  }) => {
    const begun = today();
    await page.goto(FOOD);
    await addLinks(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(countLink(page)).toHaveText('Shortlist (1)');
    await page.goto('/organisations/toynbee-hall/');
    await expect(countLink(page)).toHaveText('Shortlist (1)');
    await addLinks(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(countLink(page)).toHaveText('Shortlist (2)');

    await countLink(page).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/shortlist\/\?items=[a-z0-9-]+\.toynbee-hall&made=\d{4}-/);
    const made = new URL(page.url()).searchParams.get('made');
    expect([begun, today()]).toContain(made);
    await expect(page.locator('#shortlist > li')).toHaveCount(2);
  });

  test('is remembered where results change in place, and by Back [2, 3]', async ({ page }) => {
    await open(page, '/search/?q=food');
    const slug = await addLinks(page).first().getAttribute('data-shortlist');
    await addLinks(page).first().click();
    await expect(countLink(page)).toHaveText('Shortlist (1)');
    await page.getByRole('combobox').fill('food bank');
    await expect(page).toHaveURL(/food\+bank/);
    await page.getByRole('combobox').fill('food');
    await expect(page).toHaveURL(/q=food$/);
    const link = page.locator(`#results a[data-shortlist="${slug}"]`);
    await expect(link).toHaveText(/On your shortlist/);

    await page.goto(`/organisations/${slug}/`);
    await expect(countLink(page)).toHaveText('Shortlist (1)');
    await page.locator(`a[data-shortlist="${slug}"]`).first().click();
    await expect(countLink(page)).toHaveText('Shortlist');
    await page.goBack();
    await expect(link).toHaveText(/Add to shortlist/);
  });

  test('ends when the list is full, which is said [4]', async ({ page }) => {
    await page.goto('/organisations/');
    const slugs = await page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('main a')].flatMap((link) =>
          [...(link.getAttribute('href') ?? '').matchAll(/^\/organisations\/([a-z0-9-]+)\/$/g)].map(
            ([, slug]) => slug,
          ),
        ),
      ),
    ]);
    const others = slugs.filter((slug) => slug !== 'toynbee-hall').slice(0, 30);
    await page.goto(`/shortlist/?items=${others.join('.')}&made=new`);
    await page.goto('/organisations/toynbee-hall/');
    await expect(countLink(page)).toHaveText('Shortlist (30)');
    await page.locator('a[data-shortlist="toynbee-hall"]').click();

    await expect(status(page)).toHaveText(/This shortlist is full/);
    await expect(countLink(page)).toHaveText('Shortlist (30)');
  });

  for (const prefix of ['/bn', '/so']) {
    test(`is said in the page’s language, and accessible: ${prefix} [2, 5]`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      await page.goto(`${prefix}/organisations/toynbee-hall/`);
      await addLinks(page).first().click();
      await expect(status(page)).toHaveText(prefix === '/bn' ? /এখন ১টি/ : /ku jira 1/);
      expect(await findAxeViolations(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await findAxeViolations(page, 'visual')).toEqual([]);
    });
  }

  test('leaves nothing but the tab’s own memory [6]', async ({ page, context }) => {
    await page.goto(FOOD);
    await addLinks(page).first().click();
    await expect(countLink(page)).toHaveText('Shortlist (1)');

    expect(await context.cookies()).toEqual([]);
    const elsewhere = await page.evaluate(async () => ({
      local: localStorage.length,
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      session: Object.keys(sessionStorage),
    }));
    expect(elsewhere).toEqual({
      local: 0,
      caches: [],
      databases: [],
      workers: 0,
      session: ['shortlists'],
    });
    const other = await context.newPage();
    await other.goto(FOOD);
    await expect(countLink(other)).toHaveText('Shortlist');
  });

  test('adds to the tab’s list also where the script has not come yet [11]', async ({ page }) => {
    await page.goto('/shortlist/?items=bow-foodbank.toyhouse&made=2020-11-20');
    const letScriptsThrough = await holdBack(page, '**/_astro/*.js');
    await page.goto('/organisations/toynbee-hall/', { waitUntil: 'commit' });
    await addLinks(page).first().click();
    await expect(page).toHaveURL(/items=toynbee-hall&made=/);
    letScriptsThrough();

    await expect(page).toHaveURL(/items=bow-foodbank\.toyhouse\.toynbee-hall&made=2020-11-20$/);
    await expect(countLink(page)).toHaveText('Shortlist (3)');
  });

  test('is a link to the list where the browser remembers nothing [7]', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('Refused', 'SecurityError');
        },
      });
    });
    await page.goto(FOOD);
    await addLinks(page).first().click();

    await expect(page).toHaveURL(/\/shortlist\/\?items=/);
    await page.goto(FOOD);
    await page.goBack();
    await expect(page.locator('#shortlist > li')).toHaveCount(1);
  });

  test('is a link to the list where the script does not load [7]', async ({ page }) => {
    await page.route(/\/links\..*\.js$/, (route) => route.abort());
    await page.goto(FOOD);
    await addLinks(page).first().click();

    await expect(page).toHaveURL(/\/shortlist\/\?items=/);
  });
});

function addLinks(page: Page) {
  return page.locator('main a[data-shortlist]');
}

function status(page: Page) {
  return page.locator('#shortlist-status');
}

function countLink(page: Page) {
  return page.locator('#shortlist-count-link');
}
