/**
 * Covers src/islands/fill-in-page.ts, src/islands/refer/step-top.ts, src/islands/refer/after-sending.ts,
 * src/islands/refer/asked-questions.ts, src/islands/refer/carry-answers.ts,
 * src/islands/refer/crisis-watch.ts, src/islands/refer/mark-errors.ts, src/islands/refer/need-groups.ts,
 * src/islands/refer/person-words.ts, src/islands/refer/practice-finder.ts, src/islands/refer/practice-list.ts,
 * src/islands/refer/read-form.ts, src/islands/refer/refer-form.ts, src/islands/refer/step-navigation.ts, src/islands/refer/step-view.ts, src/islands/refer/step-words.ts.
 */
import { expect } from '@playwright/test';
import { today } from '../../../src/platform/clock.ts';
import { holdBack } from '../../support/browser/journey.ts';
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
import { bornOn, yearsBefore } from '../../support/days/days.ts';

const ownDetails = {
  homePostcode: 'postal-code',
  phone: 'tel',
  email: 'email',
  fullName: 'name',
  dobDay: 'bday-day',
  dobMonth: 'bday-month',
  dobYear: 'bday-year',
};

test.describe('the form, one question at a time', () => {
  test('opens at its first question without taking the focus [2, 3]', async ({ page }) => {
    await openForm(page);

    await expect(step(page)).toHaveText(/Question 1 of 6\s+Who this is for/);
    await expect(page.locator('.step:visible')).toHaveCount(1);
    await expect(page.getByRole('link', { name: 'Ring 999' })).toBeVisible();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await expect(page.getByRole('button', { name: 'Back' })).toBeHidden();
  });

  for (const prefix of ['', '/bn', '/so']) {
    test(`its first question is on the first screen of a phone: ${prefix || 'en'}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      await openForm(page, prefix);
      // Only a server that sends no mail has it.
      await page.locator('[aria-labelledby="demo-heading"]').evaluate((notice) => notice.remove());

      await expect(page.locator('[data-field="referralFor"] > legend')).toBeInViewport({
        ratio: 1,
      });
      await expect(page.getByRole('main').locator('a[href="tel:999"]').first()).toBeInViewport({
        ratio: 1,
      });
      await page.locator('[data-first-step] .expander > summary').click();
      await expect(page.locator('[data-first-step] .expander a').first()).toBeVisible();
    });
  }

  test('goes on when the questions are answered, and says where it is [3]', async ({ page }) => {
    await openForm(page);
    await answerSteps(page, anAnswer.slice(0, 1));

    await expect(step(page)).toHaveText(/Question 2 of 6\s+Your GP practice/);
    await expect(page).toHaveTitle(/^Question 2 of 6 Your GP practice – /);
    await expect(page.locator('#step-practice')).toBeFocused();
    await expect(page.getByRole('link', { name: 'Ring 999' })).toBeHidden();
  });

  test('says what is missing only once someone continues, and how to put it right [4]', async ({
    page,
  }) => {
    await openForm(page);
    await answerSteps(page, anAnswer.slice(0, 3));
    await answer(page, { phone: '12', email: 'no' });
    await expect(page.locator('.field-error')).toHaveCount(0);
    await next(page).click();

    await expect(page.locator('#error-summary')).toBeFocused();
    await expect(page).toHaveTitle(/^Error: Question 4 of 6/);
    await expect(page.locator('#error-summary li')).toHaveCount(3);
    await expect(page.locator('#phone')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#phone')).toHaveAccessibleDescription(
      /Write the phone number in full/,
    );
    await expect(page.locator('#phone')).toHaveValue('12');
    await expectAccessibleInEveryForm(page);
    await page.getByRole('link', { name: /Write the phone number in full/ }).click();
    await expect(page.locator('#phone')).toBeFocused();

    await answer(page, { phone: '০২০ ৭৯৪৬ ০১২৩', email: '', contactBy: 'call' });
    await page.locator('#phone').press('Enter');
    await expect(step(page)).toHaveText(/Question 5/);
    await expect(page).toHaveTitle(/^Question 5/);
  });

  test('goes back and forward with the browser, with no answer in an address [5]', async ({
    page,
  }) => {
    await openForm(page);
    const address = page.url();
    await answerSteps(page, anAnswer.slice(0, 3));
    await page.goBack();
    await expect(step(page)).toHaveText(/Question 3/);
    await expect(page.locator('#step-needs')).toBeFocused();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(step(page)).toHaveText(/Question 2/);
    await expect(page.locator('[value="F84081"]')).toBeChecked();
    await page.goForward();
    await page.goForward();
    await expect(step(page)).toHaveText(/Question 4/);

    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => [localStorage.length, { ...sessionStorage }])).toEqual([
      0,
      // A random name, not of the person: to know this form again once it was sent.
      { 'form-in-hand': expect.stringMatching(/^[\w-]{8,64}$/) },
    ]);
    expect(JSON.stringify(await page.evaluate(() => history.state))).not.toMatch(/F84081|meet/);
  });

  test('asks only what the answers call for [6]', async ({ page }) => {
    await openForm(page);
    await expect(page.getByLabel('Your own name')).toBeHidden();
    await answer(page, { referralFor: 'someone-else' });
    await expect(page.getByLabel('Your own name')).toBeVisible();
    await expect(page.locator('#fullName')).toHaveAttribute('autocomplete', 'off');
    await answer(page, { referralFor: 'self' });
    await expect(page.getByLabel('Your own name')).toBeHidden();
    for (const [id, token] of Object.entries(ownDetails))
      await expect(page.locator(`#${id}`)).toHaveAttribute('autocomplete', token);
    await answerSteps(page, anAnswer.slice(0, 1));
    await answer(page, { practice: 'not-sure', livesInBorough: 'yes' });
    await page.locator('#homePostcode').fill('E1 4');
    await next(page).click();
    await expect(page.locator('#error-summary')).toContainText('Write the whole postcode');
    await answer(page, { practice: 'F84081' });
    await expect(page.locator('#homePostcode')).toBeHidden();
    await answer(page, { livesInBorough: 'not-sure' });
    await expect(page.locator('#homePostcode')).toBeVisible();
    await answer(page, { livesInBorough: 'yes' });
    await next(page).click();
    await answerSteps(page, anAnswer.slice(2, 3));
    await expect(page.getByText('may we leave a message?')).toBeHidden();
    await page.locator('#phone').fill('0');
    await expect(page.getByText('may we leave a message?')).toBeVisible();
  });

  test('asks for a parent or carer once the date of birth is of a child, and for a language of its own [6]', async ({
    page,
  }) => {
    await openForm(page);
    const helper = {
      helperName: 'Test Helper',
      helperRelationship: 'aunt',
      helperContact: '07700 900456',
    };
    await answerSteps(page, [
      { referralFor: 'someone-else', permission: 'yes', ...helper },
      ...anAnswer.slice(1, 4),
    ]);
    await expect(page.locator('#otherLanguage')).toBeHidden();
    await answer(page, { language: 'another', otherLanguage: 'Tigrinya' });
    await next(page).click();
    await expect(page.locator('#adultIs')).toBeHidden();
    const born = yearsBefore(today(), 10);
    await answer(page, { fullName: 'Test Child', ...bornOn(born) });
    await expect(page.getByText('Who is their parent or carer?')).toBeVisible();
    await expect(page.locator('#adultName')).toBeHidden();
    await next(page).click();
    await page.locator('#error-summary a').click();
    await expect(page.locator('#adultIs')).toBeFocused();
    await answer(page, { adultIs: 'other' });
    await answer(page, { adultName: 'Test Parent', adultContact: '07700 900123' });
    await expectAccessibleInEveryForm(page);
    await next(page).click();

    await expect(page.locator('#check-answers')).toContainText('Another language: Tigrinya');
    await expect(page.locator('#check-answers')).toContainText('Test Parent');
  });

  test('is about another person once somebody asks for one, its errors too [17]', async ({
    page,
  }) => {
    await openForm(page);
    await answerSteps(page, [
      {
        referralFor: 'someone-else',
        permission: 'yes',
        helperName: 'Test Helper',
        helperRelationship: 'neighbour',
        helperContact: '07700 900456',
      },
    ]);
    await expect(step(page)).toHaveText(/Question 2 of 6\s+Their GP practice/);
    await expect(page.getByText('Which GP practice are they registered with?')).toBeVisible();
    await next(page).click();
    await expect(page.locator('#error-summary')).toContainText('Choose their GP practice');
    await page.getByRole('button', { name: 'Back' }).click();
    await answer(page, { referralFor: 'self' });
    await next(page).click();
    await expect(page.getByText('Which GP practice are you registered with?')).toBeVisible();
    await next(page).click();
    await expect(page.locator('#error-summary')).toContainText('Choose your GP practice');
  });

  test("folds needs into groups that say what is ticked in them, below one's own words [18]", async ({
    page,
  }) => {
    await page.goto('/refer/?need=loneliness');
    await expect(page.locator('.refer-form.in-steps')).toBeVisible();
    await answerSteps(page, anAnswer.slice(0, 2));
    const groups = page.locator('.need-choices');
    const feelings = groups.filter({ has: page.locator('[value=loneliness]') });
    await expect(groups).toHaveCount(9);
    await expect(page.locator('.need-choices[open]')).toHaveCount(1);
    await expect(page.locator('#step-needs [name]').first()).toHaveAttribute('name', 'summary');
    await expect(feelings.locator('summary')).toHaveText(/Mind and feelings\s+1 chosen/);
    await page.locator('[value=bereavement]').check();
    await expect(feelings.locator('summary')).toContainText('2 chosen');
    await page.locator('[value=bereavement]').uncheck();
    await page.locator('[value=loneliness]').uncheck();
    await expect(feelings.locator('summary')).toHaveText(/^\s*Mind and feelings\s*$/);

    await next(page).click();
    await page.locator('#error-summary a').click();
    await expect(page.locator('#needs')).toBeFocused();
    await expect(page.locator('#needs')).toBeInViewport();
    await expectAccessibleInEveryForm(page);
    await page.keyboard.press('Enter');
    await page.locator('[value=food]').check();
    await next(page).click();
    await expect(step(page)).toHaveText(/Question 4/);
  });

  test('keeps what was typed before its script came, and opens there [9]', async ({ page }) => {
    const release = await holdBack(page, '**/_astro/*.js');
    await page.goto('/refer/', { waitUntil: 'commit' });
    await page.locator('#summary').fill('I began early');
    release();

    await expect(page.locator('.refer-form.in-steps')).toBeVisible();
    await expect(step(page)).toHaveText(/Question 3/);
    await expect(page.locator('#summary')).toHaveValue('I began early');
    await expect(page.locator('#summary')).toBeFocused();
  });

  test('is the whole form when its script does not come [1]', async ({ page }) => {
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto('/refer/');

    await expect(page.locator('.step:visible')).toHaveCount(6);
    await expect(page.getByRole('button', { name: 'Check your answers' }).last()).toBeVisible();
  });
});

for (const [prefix, word] of [
  ['', 'Question'],
  ['/bn', 'প্রশ্ন'],
  ['/so', 'Su’aasha'],
] as const) {
  test(`every question is accessible, also narrow, in forced colours and large text: ${prefix || 'en'}`, {
    tag: prefix ? '@long' : [],
  }, async ({ page }) => {
    test.setTimeout(240_000);
    await openForm(page, prefix);
    for (const [index, answers] of anAnswer.entries()) {
      await expect(step(page)).toContainText(word);
      await expectAccessibleInEveryForm(page);
      if (index < anAnswer.length - 1) await answerSteps(page, [answers]);
    }
  });
}
