import { expect } from '@playwright/test';
import { test } from '../../support/browser/journey-test.ts';

/** What a browser really asks for on a first visit, with an empty cache; weights are in tests/rules/built. */
const pages = [
  '/',
  '/needs/food/',
  '/organisations/',
  '/about/',
  '/search/?q=lonely&near=E1+4AA',
  '/no-such-page/',
];

for (const prefix of ['', '/bn', '/so']) {
  for (const path of pages) {
    test(`${prefix}${path} asks nothing of another site, stores nothing and runs as its policy allows`, async ({
      page,
      context,
      baseURL,
    }) => {
      const foreign: string[] = [];
      const refused: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`)) foreign.push(request.url());
      });
      page.on('console', (message) => {
        // The page that says "not found" is itself a failed request.
        const isExpected = /status of 404/.test(message.text());
        if (message.type() === 'error' && !isExpected) refused.push(message.text());
      });
      page.on('pageerror', (error) => refused.push(error.message));

      await page.goto(prefix + path, { waitUntil: 'networkidle' });

      const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
      expect({ foreign, refused, stored, cookies: await context.cookies() }).toEqual({
        foreign: [],
        refused: [],
        stored: 0,
        cookies: [],
      });
    });
  }
}

test('only Bengali pages fetch the Bengali font', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(page.url());
  });

  for (const path of ['/', '/so/', '/search/?q=food', '/bn/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
  }

  expect(fonts.every((url) => url.includes('/bn/'))).toBe(true);
});
