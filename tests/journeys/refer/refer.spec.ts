import { expect, type Page } from '@playwright/test';
import { findAxeViolations, sidewaysScroll } from '../../support/browser/axe.ts';
import { test } from '../../support/browser/journey-test.ts';
import {
  anAnswer,
  answer,
  answerSteps,
  expectAccessibleInEveryForm,
  Keys,
  next,
  openForm,
  step,
} from '../../support/browser/refer-journey.ts';

const REFERENCE = /SP-[A-Z0-9]{4}-[A-Z0-9]{4}/;

test('someone asks for a prescriber by keyboard alone', async ({ page }) => {
  await openForm(page);
  const keys = new Keys(page);
  await keys.tabTo('[name="referralFor"]');
  await keys.press('Space', 'Enter');
  await expect(step(page)).toHaveText(/Question 2/);

  await keys.tabTo('#practiceSearch');
  await page.keyboard.type('spitalfields');
  await expect(page.locator('[data-practice]:visible')).toHaveCount(2);
  await keys.tabTo('[name="practice"]');
  await keys.press('Space');
  await keys.tabTo('[name="livesInBorough"]');
  await keys.press('Space', 'Enter');
  await expect(step(page)).toHaveText(/Question 3/);

  await keys.tabTo('#needs');
  await keys.press('Enter');
  await keys.tabTo('[name="needs"]');
  await keys.press('Space', 'Enter');
  await keys.tabTo('#phone');
  await page.keyboard.type('07700 900123');
  await keys.tabTo('[name="contactBy"]');
  await keys.press('Space', 'Enter');
  await expect(step(page)).toHaveText(/Question 5/);
  await keys.tabTo('#refer-check');
  await keys.press('Enter');
  for (const [box, text] of [
    ['#fullName', 'Test Person One'],
    ['#dobDay', '27'],
    ['#dobMonth', '3'],
    ['#dobYear', '1980'],
  ] as const) {
    await keys.tabTo(box);
    await page.keyboard.type(text);
  }
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  await keys.tabTo('[name="step"][value="send"]');
  await keys.press('Enter');

  await expect(page).toHaveURL(/\/refer\/status\//);
  await expect(page.locator('main')).toContainText(REFERENCE);
  expect(keys.pressed).toBeLessThanOrEqual(120);
});

test('someone asks in Bengali on a narrow phone, in forced colours, with Bengali digits', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ forcedColors: 'active' });
  await openForm(page, '/bn');
  await answerSteps(page, anAnswer.slice(0, 3));
  await answerSteps(page, [{ phone: '০৭৭০০ ৯০০১২৩', contactBy: 'text', voicemail: 'no' }]);
  await answerSteps(page, anAnswer.slice(4, 5));
  await answer(page, { fullName: 'পরীক্ষা ব্যক্তি', dobDay: '২৭', dobMonth: '৩', dobYear: '১৯৮০' });
  await next(page).click();

  await expect(page.locator('main')).toContainText('07700 900123');
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await page.locator('[name="step"][value="send"]').click();
  await expect(page).toHaveURL(/\/bn\/refer\/status\//);
  await expect(page.locator('main')).toContainText(REFERENCE);
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
});

test('one answer is changed after reading them over, and the others are not asked again', async ({
  page,
}) => {
  await fillIn(page);
  await expectAccessibleInEveryForm(page);
  await page.getByRole('button', { name: /Change.*What would you like/ }).click();
  await expect(page.locator('.refer-form.in-steps')).toBeVisible();
  await expect(step(page)).toHaveText(/Question 3/);
  await expect(page.locator('#summary')).toBeFocused();
  await answer(page, { summary: 'Only on Fridays.' });
  await next(page).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  await expect(page.locator('main')).toContainText('Only on Fridays.');
});

test('Back from the check brings the last question, with all that was typed [5]', async ({
  page,
}) => {
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 1));
  // So that the practices change places, by which a browser knows them.
  await page.locator('#practiceSearch').fill('spitalfields');
  await answerSteps(page, anAnswer.slice(1, -1));
  await answer(page, anAnswer.at(-1) ?? {});
  await next(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  await page.goBack();

  await expect(step(page)).toHaveText(/Question 6/);
  await expect(page.locator('#fullName')).toHaveValue('Test Person One');
  await expect(page.locator('[name="practice"]:checked')).toHaveValue('F84081');
  await expect(page.locator('#summary')).toHaveValue('I would like to meet people.');
  await next(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
});

test('a page that the server sent back opens at the first wrong question [8]', async ({ page }) => {
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 3));
  // Past the island, as if its rules were older than the server's.
  await page.evaluate(() => (document.getElementById('refer-form') as HTMLFormElement).submit());

  await expect(page.locator('.refer-form.in-steps')).toBeVisible();
  await expect(step(page)).toHaveText(/Question 4/);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.locator('#error-summary')).toBeFocused();
  await page.locator('#error-summary a[href="#fullName"]').click();
  await expect(page.locator('#fullName')).toBeFocused();
  await expect(step(page)).toHaveText(/Question 6/);
  await page.goBack();
  await expect(step(page)).toHaveText(/Question 4/);
  await answerSteps(page, anAnswer.slice(3, 5));
  await answer(page, anAnswer[5] ?? {});
  await next(page).click();
  await expect(page.locator('main')).toContainText('I would like to meet people.');
});

for (const [who, answers, heading] of [
  [
    'asks for someone who has not agreed',
    [{ referralFor: 'someone-else', permission: 'no' }],
    /ask them/,
  ],
  [
    'is not registered with a practice',
    [{ referralFor: 'self' }, { practice: 'not-registered', livesInBorough: 'yes' }],
    /GP/,
  ],
  [
    'lives elsewhere',
    [{ referralFor: 'self' }, { practice: 'not-sure', livesInBorough: 'no' }],
    /Tower Hamlets/,
  ],
] as const) {
  test(`someone who ${who} is shown other ways on, and can go back to the answers [7]`, async ({
    page,
  }) => {
    await openForm(page);
    await answerSteps(page, answers.slice(0, -1));
    await answer(page, answers.at(-1) ?? {});
    await next(page).click();

    await expect(page.locator('.refer-form')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectAccessibleInEveryForm(page);
    await page.locator('[name="step"][value="edit"]').click();
    await expect(page.locator('.refer-form.in-steps')).toBeVisible();
    await expect(step(page)).toHaveText(new RegExp(`Question ${answers.length}`));
    for (const [name, value] of Object.entries(answers.at(-1) ?? {})) {
      await expect(page.locator(`[name="${name}"][value="${value}"]`)).toBeChecked();
    }
  });
}

async function fillIn(page: Page) {
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, -1));
  await answer(page, anAnswer.at(-1) ?? {});
  await next(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
}

test('another language brings what was typed along [16]', async ({ page }) => {
  await openForm(page);
  await answerSteps(page, anAnswer.slice(0, 2));
  await page.locator('#summary').fill('I would like to meet people.');
  await page.getByRole('link', { name: 'বাংলা' }).click();

  await expect(page).toHaveURL(/\/bn\/refer\/$/);
  await expect(page.locator('.refer-form.in-steps')).toBeVisible();
  await expect(page.locator('#error-summary')).toHaveCount(0);
  await expect(page.locator('#summary')).toHaveValue('I would like to meet people.');
  await expect(page.locator('[name="practice"]:checked')).toHaveValue('F84081');
  await answerSteps(page, anAnswer.slice(2, -1));
  await answer(page, anAnswer.at(-1) ?? {});
  await next(page).click();
  await expect(page.locator('#check-answers')).toBeVisible();
  await page.getByRole('link', { name: 'Soomaali' }).click();
  await expect(page).toHaveURL(/\/so\/refer\/$/);
  await expect(page.locator('#check-answers')).toContainText('Test Person One');
});
