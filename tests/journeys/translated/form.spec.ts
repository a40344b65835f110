/** Covers src/islands/page-locale.ts, src/islands/write-text.ts. */
import { expect } from '@playwright/test';
import { heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import {
  anAnswer,
  answer,
  answerSteps,
  next,
  openForm,
  step,
} from '../../support/browser/refer-journey.ts';
import { expectRest, translated, translatePages } from '../../support/browser/translator.ts';

for (const isEarly of [false, true]) {
  const when = isEarly ? 'before its scripts came' : 'once it was there';

  test.describe(`a form that a browser translated ${when}`, () => {
    test.beforeEach(({ context }) => translatePages(context, { isEarly }));

    test('is answered, sent, and its status page tells the news', async ({ page }) => {
      await openForm(page);
      await answerSteps(page, anAnswer.slice(0, -1));
      await expect(page).toHaveTitle(/Question 6 of 6/);
      await expectRest(page);
      await answer(page, anAnswer.at(-1) ?? {});
      await next(page).click();

      await expect(heading(page)).toHaveText(translated('Check your answers'));
      await page.locator('button[value=send] font font').click();
      await expect(page).toHaveURL(/\/refer\/status\/[\w-]{22}\/$/);
      await expect(page.locator('.reference strong')).toHaveText(/^SP-\w{4}-\w{4}$/);
      await expect(heading(page)).toHaveText(translated('We have sent your request to the team'), {
        timeout: 30_000,
      });
      await expectRest(page);
      await page.goBack();
      await expect(page.locator('.refer-form.in-steps')).toBeVisible();
      await expect(page.locator('#fullName')).toHaveValue('');
    });

    test('says each mistake in words that are true, also after another one', async ({ page }) => {
      await openForm(page);
      await answerSteps(page, anAnswer.slice(0, 3));
      const mistakes = page.locator('#error-summary li');
      await answer(page, { phone: '', email: '' });
      await next(page).click();
      await expect(mistakes.first()).toHaveText(/^⟦/);
      const first = await mistakes.first().textContent();
      await answer(page, { phone: '12', contactBy: 'call' });
      await next(page).click();

      await expect(mistakes).toHaveCount(1);
      await expect(mistakes.first()).not.toHaveText(first ?? '');
      await expect(mistakes.first()).toHaveText(/^⟦Write the phone number in full/);
      await mistakes.first().locator('font font').click();
      await expect(page.locator('#phone')).toBeFocused();
      await answer(page, { phone: '020 7946 0123' });
      await next(page).click();
      await expect(step(page)).toHaveText(/Question 5/);
      await page.locator('.step-back font font').click();
      await expect(step(page)).toHaveText(/Question 4/);
      await expect(page.locator('.step-back')).toHaveCount(1);
    });

    test('counts what is ticked and what fits, and finds a practice by its name', async ({
      page,
    }) => {
      await openForm(page);
      await answerSteps(page, anAnswer.slice(0, 1));
      const note = page.locator('.practice-note');
      await page.locator('#practiceSearch').fill('health');
      await expect(note).toHaveText(/^⟦These fit best\. \d+ more fit/);
      await page.locator('#practiceSearch').fill('mission');
      await expect(note).not.toHaveText(/These fit best/);
      await expect(note).toHaveText(/^⟦/);
      await page.locator('[value=F84016]').check();
      await page.locator('[name=livesInBorough][value=yes]').check();
      await next(page).click();

      const feelings = page.locator('.need-choices', { has: page.locator('[value=loneliness]') });
      await feelings.locator('summary').click();
      await page.locator('[value=loneliness]').check();
      await expect(feelings.locator('.count-on')).toHaveText(translated('1 chosen'));
      await page.locator('[value=bereavement]').check();
      await expect(feelings.locator('.count-on')).toHaveText(translated('2 chosen'));
      await expectRest(page);
      await page.locator('#summary').fill('I want to kill myself');
      await expect(page.locator('#summary-help')).toBeVisible();
    });

    test('takes another language along with all that was typed', async ({ page }) => {
      await openForm(page);
      await answerSteps(page, anAnswer.slice(0, 1));
      await page.locator('.languages a[hreflang=so] font font').click();

      await expect(page).toHaveURL(/\/so\/refer\/$/);
      await expect(page.locator('[name=referralFor][value=self]')).toBeChecked();
    });
  });
}

test.describe('a translated form', () => {
  test.beforeEach(({ context }) => translatePages(context));

  test('says "they" once somebody asks for another person, and "you" again', async ({ page }) => {
    await openForm(page);
    await expectRest(page);
    await answer(page, { referralFor: 'someone-else' });
    await expect(page.locator('#step-practice > legend')).toContainText('⟦Their GP practice⟧');
    await answer(page, { referralFor: 'self' });
    await expect(page.locator('#step-practice > legend')).toContainText('⟦Your GP practice⟧');
    await expect(page.locator('#step-practice > legend')).not.toContainText('Their');
    await expectRest(page);
  });

  test('has the numbers of its own language, whatever language the browser says', async ({
    page,
  }) => {
    await openForm(page, '/bn');
    await expectRest(page);
    await page.locator('[value=self]').check();
    await next(page).click();
    await expect(step(page)).toContainText('৬টির মধ্যে ২');
    await page.locator('#practiceSearch').fill('health');
    await expect(page.locator('.practice-note')).toContainText(/[০-৯]/);
    await expect(page.locator('.practice-note')).not.toContainText(/[0-9]/);
  });

  test('leaves what somebody wrote untranslated where it is read over', async ({ page }) => {
    await openForm(page);
    await answerSteps(page, anAnswer.slice(0, -1));
    await answer(page, anAnswer.at(-1) ?? {});
    await next(page).click();
    await expect(heading(page)).toHaveText(translated('Check your answers'));

    const answers = page.locator('#check-answers dd');
    for (const own of ['I would like to meet people.', '020 7946 0123', 'Test Person One']) {
      await expect(answers.getByText(own, { exact: true })).toBeVisible();
    }
    await expect(answers.getByText(translated('I do')).first()).toBeVisible();
  });
});
