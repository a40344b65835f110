import { expect } from '@playwright/test';
import { expectAccessible, open } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

const searches = [
  { what: 'results', query: '?q=yoga+E1+4AA' },
  { what: 'no results', query: '?q=xqzzvk&cost=paid' },
  { what: 'urgent help', query: '?q=suicide' },
  { what: 'a start', query: '' },
  { what: 'filters on', query: '?q=food&cost=free&cost=low-cost&language=bn&near=SW1A+1AA' },
  { what: 'no such page', query: '?q=food&page=9999' },
];
const prefixes = ['', '/bn', '/so'];

for (const { what, query } of searches) {
  test(`${what}: axe finds nothing, in three languages at 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const prefix of prefixes) {
      await open(page, `${prefix}/search/${query}`);
      await expectAccessible(page);
    }
  });

  // Scripts blocked rather than switched off: axe itself needs them.
  test(`${what}: axe finds nothing where no script arrives`, { tag: '@long' }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.route('**/*.js', (route) => route.abort());
    for (const prefix of prefixes) {
      await page.goto(`${prefix}/search/${query}`);
      await expectAccessible(page);
    }
  });
}

test('axe finds nothing with the filters open, in three languages at 320 pixels', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const prefix of prefixes) {
    await open(page, `${prefix}/search/?q=lonely`);
    await page.locator('#filters > summary').click();
    for (const summary of await page.locator('.expander > summary').all()) await summary.click();
    await expectAccessible(page);
  }
});

test('axe finds nothing with suggestions open and one chosen, in three languages', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const prefix of prefixes) {
    await open(page, `${prefix}/search/`);
    await page.getByRole('combobox').fill('food');
    // Said once the server's answer has come: what is looked at changes no more.
    await expect(page.locator('#search-status')).not.toBeEmpty();
    await page.keyboard.press('ArrowDown');
    await expectAccessible(page);
  }
});

test('axe finds nothing in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, '/search/?q=suicide&cost=free');
  await expectAccessible(page);
});

test('axe finds nothing, and nothing is cut off, with text at 200 %', async ({ page }) => {
  for (const prefix of prefixes) {
    await open(page, `${prefix}/search/?q=lonely&cost=free`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expectAccessible(page);
  }
});
