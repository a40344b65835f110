/** Covers src/islands/refer/send-in-place.ts. */
import { expect } from '@playwright/test';
import { fillInReferral, heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { answer, next, step } from '../../support/browser/refer-journey.ts';
import {
  fillInToCheck,
  fillInToCheckWithoutScript,
  pressSend,
  shownReference,
} from '../../support/browser/sent-journey.ts';

const ERROR_PAGE = /chrome-error/;

test('Back from the status page brings an empty form, and no page of the browser', async ({
  page,
}) => {
  await fillInToCheck(page);
  await pressSend(page);
  await page.waitForURL(/\/refer\/status\//);

  await page.goBack();
  await expect(page).not.toHaveURL(ERROR_PAGE);
  await expect(page.locator('.refer-form.in-steps')).toBeVisible();
  await expect(page.locator('#fullName')).toHaveValue('');
});

test('Back brings an empty form too after an answer was changed', async ({ page }) => {
  await fillInToCheck(page);
  await page.getByRole('button', { name: /Change.*What would you like/ }).click();
  await expect(step(page)).toHaveText(/Question 3/);
  await answer(page, { summary: 'Only on Fridays.' });
  await next(page).click();
  await pressSend(page);
  await page.waitForURL(/\/refer\/status\//);

  for (const _ of '123') {
    await page.goBack();
    await expect(page).not.toHaveURL(ERROR_PAGE);
    await expect(page.locator('.refer-form.in-steps')).toBeVisible();
    await expect(page.locator('#fullName')).toHaveValue('');
  }
});

test('Back from an answer that is being changed brings the form with all that was typed', async ({
  page,
}) => {
  await fillInToCheck(page);
  await page.getByRole('button', { name: /Change.*What would you like/ }).click();
  await expect(step(page)).toHaveText(/Question 3/);

  await page.goBack();
  await expect(page).not.toHaveURL(ERROR_PAGE);
  await expect(step(page)).toHaveText(/Question 6/);
  await expect(page.locator('#fullName')).toHaveValue('Test Person One');
});

test('a form whose answer is lost on the way is sent once more by the browser, and counted once', async ({
  page,
}) => {
  await fillInToCheck(page);
  const formToken = await page.locator('[name=formToken]').inputValue();
  let references = 0;
  await page.route('**/refer/', async (route) => {
    const isFetch = route.request().resourceType() === 'fetch';
    if (!isFetch) return route.continue();
    await route.fetch({ maxRedirects: 0 });
    references += 1;
    return route.abort();
  });
  await pressSend(page);
  await page.waitForURL(/\/refer\/status\//);

  expect(references).toBe(1);
  // Whatever comes with the same token leads to the first.
  await page.unroute('**/refer/');
  const again = await page.evaluate(async (token) => {
    const body = new URLSearchParams({ formToken: token, step: 'check' });
    return (await fetch('/refer/', { method: 'POST', body })).url;
  }, formToken);
  expect(new URL(again).pathname).toBe(new URL(page.url()).pathname);
});

test('leaving the page while it is being sent leads to the other site', async ({
  page,
  context,
}) => {
  await context.route('https://www.bbc.co.uk/weather', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  await fillInToCheck(page);
  await page.route('**/refer/', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue().catch(() => undefined);
  });
  await pressSend(page);
  await page.getByRole('link', { name: 'Leave this page' }).click();

  await page.waitForURL('https://www.bbc.co.uk/weather');
  await page.waitForTimeout(2000);
  await expect(page).toHaveURL('https://www.bbc.co.uk/weather');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('Back brings the answers to check, and sending them again the same reference', async ({
    page,
  }) => {
    await fillInToCheckWithoutScript(page);
    await pressSend(page);
    const first = await shownReference(page);

    await page.goBack();
    await expect(page).not.toHaveURL(ERROR_PAGE);
    await expect(heading(page)).toHaveText('Check your answers');
    await pressSend(page);
    expect(await shownReference(page)).toBe(first);

    await page.goBack();
    await page.getByRole('button', { name: 'Change (Who this is for)' }).click();
    await expect(page).toHaveURL(/\/refer\/status\//);
    expect(await shownReference(page)).toBe(first);
  });

  test('Back passes over a page with mistakes, too', async ({ page }) => {
    await fillInReferral(page);
    await page.locator('#phone').fill('1');
    await page.locator('#refer-check').click();
    await expect(page).toHaveTitle(/^Error: /);
    await page.locator('#phone').fill('07700 900123');
    await page.locator('#refer-check').click();
    await pressSend(page);
    await page.waitForURL(/\/refer\/status\//);

    for (const title of [/^Check your answers/, /^Error: /, /^Ask for a social prescriber/]) {
      await page.goBack();
      await expect(page).toHaveTitle(title);
    }
  });
});
