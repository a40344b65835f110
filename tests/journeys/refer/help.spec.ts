/** Covers src/search/crisis/browser.ts. */
import { expect, type Page } from '@playwright/test';
import { test } from '../../support/browser/journey-test.ts';
import {
  anAnswer,
  answer,
  answerSteps,
  expectAccessibleInEveryForm,
  next,
  openForm,
  step,
} from '../../support/browser/refer-journey.ts';

const inSight = (page: Page) => page.locator('[data-practice]:visible');
const said = (page: Page) => page.locator('.refer-form > [role="status"]');

test('the few practices that fit come into sight, and go with the words; the chosen one stays [10]', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 1));
  const search = page.locator('#practiceSearch');
  await expect(inSight(page)).toHaveCount(0);
  for (const value of ['not-sure', 'not-registered']) {
    await expect(page.locator(`[name="practice"][value="${value}"]`)).toBeInViewport();
  }

  await search.fill('health');
  await expect(inSight(page)).toHaveCount(6);
  await expect(said(page)).toHaveText(/These fit best. \d+ more fit. Type more/);
  await expect(page.locator('.practice-note')).toHaveText((await said(page).textContent()) ?? '');
  await search.fill('');
  await expect(inSight(page)).toHaveCount(0);
  await expect(page.locator('.practice-note')).toBeHidden();

  await page.getByText('All 30 practices').click();
  await expect(inSight(page)).toHaveCount(30);
  await page.getByRole('radio', { name: /Mission/ }).check();
  await page.locator('.practice-rest > summary').click();
  await expect(page.getByRole('radio', { name: /Mission/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /Mission/ })).toBeChecked();
  await expect(page.locator('.practice-rest > summary')).toHaveText('All other practices');
});

test('a practice is found by postcode without the postcode in an address [11]', async ({
  page,
}) => {
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 1));
  const search = page.locator('#practiceSearch');
  const asked = page.waitForRequest((request) => request.method() === 'POST');
  await search.fill('E14 9QH');
  const request = await asked;

  expect(request.url()).not.toMatch(/E14|9QH/i);
  expect([...new URLSearchParams(request.postData() ?? '').keys()].toSorted()).toEqual([
    'formToken',
    'practiceSearch',
    'step',
  ]);
  await expect(inSight(page).first()).toContainText(/Roserton Street Surgery.* away/s);
  await expect(said(page)).toHaveText(/nearest is Roserton/);
  await expect(inSight(page)).toHaveCount(6);
  await expectAccessibleInEveryForm(page);

  await page.getByRole('radio', { name: /Roserton/ }).check();
  await search.fill('albion');
  await expect(inSight(page)).toHaveCount(2);
  await expect(page.getByRole('radio', { name: /Roserton/ })).toBeChecked();
  await expect(page.locator('.practice-distance')).toHaveCount(0);
  await search.fill('nowhere at all');
  await expect(page.getByText('No practice fits what you typed.').first()).toBeVisible();
  await expect(inSight(page)).toHaveCount(1);
});

test('a postcode of another place is said to be so, and every practice can still be chosen [11]', async ({
  page,
}) => {
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 1));
  await page.locator('#practiceSearch').fill('SW1A 1AA');
  await page.locator('#practiceSearch').press('Enter');

  await expect(said(page)).toHaveText(/Tower Hamlets/);
  await expect(inSight(page)).toHaveCount(0);
  await page.locator('#practiceSearch').fill('স্পিটালফিল্ডস');
  await expect(said(page)).toHaveText(/English/);
  await page.getByText('All 30 practices').click();
  await expect(inSight(page)).toHaveCount(30);
});

test('practices are all there when the server cannot be asked for a postcode [11]', async ({
  page,
}) => {
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 1));
  await page.route('**/refer/', (route) => route.abort());
  await page.locator('#practiceSearch').fill('E1 4AA');
  await page.getByRole('button', { name: 'Find' }).click();

  await expect(page.getByText('We could not look up the postcode').first()).toBeVisible();
  await page.getByText('All 30 practices').click();
  await expect(inSight(page)).toHaveCount(30);
});

test('words of danger bring help at once, and stop nothing [12]', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 2));
  expect(asked.filter((url) => url.includes('crisis-words'))).toEqual([]);
  await page.locator('#summary').pressSequentially('some days i want to die');

  await expect(page.locator('#summary-help')).toContainText('116 123');
  await expect(page.locator('.refer-form > [role="status"]')).toHaveText(/urgent help/);
  await expect(page.locator('#summary')).toBeFocused();
  expect(asked.filter((url) => /want|die/.test(url))).toEqual([]);
  await expectAccessibleInEveryForm(page);
  await next(page).click();
  await expect(step(page)).toHaveText(/Question 4/);
});

test('a button that is pressed right after words of danger is not moved from under the finger', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 1200 });
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 2));
  const finder = page.waitForResponse(/crisis-words/);
  await page.locator('#summary').focus();
  await (await finder).finished();
  await next(page).hover();
  await page.locator('#summary').pressSequentially('i want to die');
  await page.mouse.down();
  // As long as a finger is down.
  await page.waitForTimeout(150);
  await page.mouse.up();

  await expect(step(page)).toHaveText(/Question 4/);
  await expect(page.locator('#summary-help')).toBeVisible();
  await expect(page.locator('#summary-help')).toContainText('116 123');
});

test('leaving the form empties it, and Back does not show it', async ({ page, context }) => {
  await context.route('https://www.bbc.co.uk/weather', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 2));
  await page.locator('#summary').fill('my partner hits me');
  const typed = await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('#refer-form [name]')];
    document.getElementById('leave-page')?.click();
    return fields.filter((field) => field.checked || field.value !== '').map(({ name }) => name);
  });

  // The buttons' own names and values are no answers.
  expect(typed.filter((name) => name !== 'step')).toEqual([]);
  await expect(page).toHaveURL('https://www.bbc.co.uk/weather');
  await page.goBack({ waitUntil: 'commit' });
  await expect(page).toHaveURL('https://www.bbc.co.uk/weather');
  await openForm(page);
  await expect(page.locator('#summary')).toHaveValue('');
});

test('leaving the check page, Back shows neither it nor the form', async ({ page, context }) => {
  await context.route('https://www.bbc.co.uk/weather', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, -1));
  await answer(page, anAnswer.at(-1) ?? {});
  await next(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  // Shown by the script that listens to the key: before it runs, a press is no press.
  await expect(page.getByText('Holding the Escape key down')).toBeVisible();
  await page.keyboard.down('Escape');

  await expect(page).toHaveURL('https://www.bbc.co.uk/weather');
  await page.goBack({ waitUntil: 'commit' });
  await expect(page).toHaveURL('https://www.bbc.co.uk/weather');
});

test('after sending, Back and Reload bring none of the answers [15]', async ({ page }) => {
  const fillIn = async () => {
    await answerSteps(page, anAnswer.slice(0, -1));
    await answer(page, anAnswer.at(-1) ?? {});
    await next(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  };
  await openForm(page);
  await fillIn();
  await page.locator('[name="step"][value="send"]').click();
  await page.waitForURL(/\/refer\/status\//);
  const status = page.url();

  await page.reload();
  await expect(page).toHaveURL(status);
  for (const _ of '123') {
    await page.goBack({ waitUntil: 'commit' });
    await expect(page.locator('.refer-form.in-steps')).toBeVisible();
    await expect(page.locator('#fullName')).toHaveValue('');
    await expect(page.locator('#phone')).toHaveValue('');
  }
  await openForm(page);
  await fillIn();
  await page.goBack();
  await expect(page.locator('#fullName')).toHaveValue('Test Person One');
});
