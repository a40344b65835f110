import { expect, type Page } from '@playwright/test';
import { today } from '../../../src/platform/clock.ts';
import {
  choosePractice,
  fillInReferral as fillIn,
  heading,
} from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { unfold } from '../../support/browser/refer-journey.ts';
import { yearsBefore } from '../../support/days/days.ts';

test.use({ javaScriptEnabled: false });

test.describe('without JavaScript', () => {
  test('someone asks for a social prescriber, by keyboard alone', async ({ page }) => {
    await page.goto('/refer/');
    const keys = keyboardOf(page);

    await keys.choose('referralFor');
    await keys.write('practiceSearch', 'mission');
    await keys.press('Enter');
    await expect(page.locator('#practiceSearch')).toBeFocused();
    await keys.choose('practice-F84016');
    await keys.choose('livesInBorough');
    await keys.write('summary', 'I would like to cook with others.');
    await keys.goTo(page.locator('#needs'));
    await keys.press('Enter');
    await keys.choose('needs-food');
    await keys.write('phone', '020 7946 0123');
    await keys.choose('contactBy');
    await keys.choose('voicemail');
    await keys.write('fullName', 'Test Person One');
    await keys.write('dobDay', '27');
    await keys.write('dobMonth', '3');
    await keys.write('dobYear', '1980');
    await keys.press('Enter');

    await expect(heading(page)).toHaveText('Check your answers');
    await expect(page.getByText('I would like to cook with others.')).toBeVisible();
    await expect(page.getByText(/Your answers go to the .*team/)).toBeVisible();
    await keys.goTo(page.getByRole('button', { name: 'Confirm and send' }));
    await keys.press('Enter');

    await expect(page).toHaveURL(/\/refer\/status\/[\w-]{22}\/$/);
    await expect(page.getByText(/SP-\w{4}-\w{4}/).first()).toBeVisible();
    expect(keys.count()).toBeLessThanOrEqual(120);
  });

  test('someone asks in Bengali, with Bengali digits, for their mother', async ({ page }) => {
    await page.goto('/bn/refer/');
    await page.getByLabel('অন্য কারও, আমি তাঁকে সাহায্য করছি').check();
    await page.locator('#permission').check();
    await page.getByLabel('আপনার নিজের নাম').fill('পরীক্ষা মেয়ে');
    await page.getByLabel('তিনি আপনার কে হন?').fill('মা');
    await page.getByLabel('আপনার নিজের ফোন নম্বর বা ইমেইল').fill('০৭৭০০ ৯০০১২৩');
    await page.getByRole('radio', { name: 'আমি নিশ্চিত নই' }).first().check();
    await page.locator('#livesInBorough').check();
    await page.locator('#homePostcode').fill('e১ ৪aa');
    await unfold(page.locator('[value=loneliness]'));
    await page.getByRole('checkbox', { name: 'একাকীত্ব' }).check();
    await page.getByLabel('ফোন নম্বর', { exact: true }).fill('০২০ ৭৯৪৬ ০১২৩');
    await page.getByRole('checkbox', { name: 'ফোন কল' }).check();
    await page.getByLabel('পুরো নাম').fill('পরীক্ষা মা');
    await page.getByLabel('দিন', { exact: true }).fill('২৭');
    await page.getByLabel('মাস', { exact: true }).fill('৩');
    await page.getByLabel('বছর', { exact: true }).fill('১৯৫০');
    await page.getByRole('button', { name: 'আপনার উত্তর দেখে নিন' }).click();

    await expect(heading(page)).toHaveText('আপনার উত্তর দেখে নিন');
    await expect(page.getByText('২৭ মার্চ ১৯৫০')).toBeVisible();
    await expect(page.getByText('020 7946 0123')).toBeVisible();
    await expect(page.getByText('E1 4AA')).toBeVisible();
    await expect(page.getByText('পরীক্ষা মেয়ে')).toBeVisible();
    await page.getByRole('button', { name: 'নিশ্চিত করে পাঠান' }).click();
    await expect(page).toHaveURL(/\/bn\/refer\/status\/[\w-]{22}\/$/);
  });

  test('mistakes are told first, each leads to its box, and nothing is lost', async ({ page }) => {
    await page.goto('/refer/');
    await page.getByLabel('Full name').fill("Siobhán O'Test");
    await page.locator('#phone').fill('1234');
    await page.getByRole('button', { name: 'Check your answers' }).last().click();

    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('#error-summary')).toBeFocused();
    await expect(page.getByLabel('Full name')).toHaveValue("Siobhán O'Test");
    await page.getByRole('link', { name: /Write the phone number in full/ }).click();
    await expect(page).toHaveURL(/#phone$/);
    await expect(page.locator('#phone')).toBeFocused();
    await expect(page.locator('#phone')).toHaveAccessibleDescription(/Write the phone number/);
  });

  test('whether the person agrees is asked like any question, and only No leads elsewhere', async ({
    page,
  }) => {
    await fillIn(page);
    await page.getByLabel('Someone else does').check();
    await page.getByLabel('Your own name').fill('Test Helper');
    await page.getByLabel('How do you know them?').fill('neighbour');
    await page.getByLabel('Your own phone number or e-mail').fill('07700 900456');
    await page.getByRole('button', { name: 'Check your answers' }).last().click();

    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('#error-summary li')).toHaveCount(1);
    await page.getByRole('link', { name: 'Choose whether they know and agree.' }).click();
    await expect(page.locator('#permission')).toBeFocused();
    await expect(page.getByLabel('Your own name')).toHaveValue('Test Helper');
    await page.locator('#permission-no').check();
    await page.getByRole('button', { name: 'Check your answers' }).last().click();

    await expect(heading(page)).toHaveText('Please ask them first');
    await expect(page.getByText('We have not kept anything that you typed.')).toBeVisible();
    await page.getByRole('button', { name: 'Go back to my answers' }).click();
    await expect(page.getByLabel('Your own name')).toHaveValue('Test Helper');
    await expect(page.getByLabel('Full name')).toHaveValue('Test Person One');
    await page.locator('#permission').check();
    await page.getByRole('button', { name: 'Check your answers' }).last().click();
    await expect(heading(page)).toHaveText('Check your answers');
  });

  test('somebody who asks for a child is asked for a parent or carer at the first check', async ({
    page,
  }) => {
    await fillIn(page);
    await page.getByLabel('Someone else does').check();
    await page.locator('#permission').check();
    await page.getByLabel('Your own name').fill('Test Helper');
    await page.getByLabel('How do you know them?').fill('aunt');
    await page.getByLabel('Your own phone number or e-mail').fill('07700 900456');
    await page.locator('#dobYear').fill(yearsBefore(today(), 10).slice(0, 4));
    await expect(page.locator('#adultIs')).toBeHidden();
    await page.getByRole('button', { name: 'Check your answers' }).last().click();

    await page.getByRole('link', { name: /We ask because they are under 16/ }).click();
    await expect(page.locator('#adultIs')).toBeFocused();
    await expect(page.locator('#adultName')).toBeHidden();
    await page.locator('#adultIs').check();
    await page.getByRole('button', { name: 'Check your answers' }).last().click();
    await expect(heading(page)).toHaveText('Check your answers');
    await expect(page.getByText('I am their parent or carer')).toBeVisible();
  });

  test('a number of ticks is shown only while it is right', async ({ page }) => {
    await page.goto('/refer/?need=food');
    const money = page.locator('.need-choices').first();
    await expect(money).toContainText('1 chosen');
    await expect(money.locator('.count-on')).toBeVisible();
    await page.locator('[value=benefits]').check();
    await expect(money.locator('.count-on')).toBeHidden();
    await page.locator('[value=benefits]').uncheck();
    await expect(money.locator('.count-on')).toBeVisible();
    await expect(page.locator('#otherLanguage')).toBeVisible();
  });

  test('Change leads back to the questions with everything kept', async ({ page }) => {
    await fillIn(page);
    await page.getByRole('button', { name: 'Check your answers' }).last().click();
    for (const [question, box] of [
      ['Who this is for', '#referralFor'],
      ['Your GP practice', '#practice'],
      ['What would you like help with?', '#summary'],
      ['Language and access', '#language'],
      ['Name and date of birth', '#fullName'],
      ['How can we reach you safely?', '#phone'],
    ] as const) {
      await page.getByRole('button', { name: `Change (${question})` }).click();
      await expect(page.locator(box)).toBeFocused();
      await expect(page.locator('.field', { has: page.locator(box) }).first()).toBeInViewport();
      if (box === '#phone') break;
      await page.getByRole('button', { name: 'Check your answers' }).last().click();
    }

    await expect(page).toHaveURL(/\/refer\/#phone$/);
    await expect(page.locator('#phone')).toHaveValue('07700 900123');
    await page.getByLabel('When is a good time?').fill('mornings');
    await page.getByRole('button', { name: 'Check your answers' }).last().click();
    await expect(page.getByText('mornings')).toBeVisible();
    await expect(page.getByText('Test Person One')).toBeVisible();
  });

  test('Enter finds a practice where one is looked for, and checks the form elsewhere', async ({
    page,
  }) => {
    await page.goto('/refer/');
    await page.getByLabel('Find your practice').fill('Mission');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-practice]').first()).toContainText('The Mission Practice');
    expect(page.url()).not.toContain('Mission');
    await expect(page.locator('#practiceSearch')).toBeFocused();

    await page.locator('[data-practice] input').first().check();
    await page.getByLabel('Full name').press('Enter');
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('[data-practice] input:checked')).toHaveValue('F84016');
  });

  test('practices are in sight once they are looked for, and all others in a list to open', async ({
    page,
  }) => {
    const inSight = page.locator('[data-practice]:visible');
    await page.goto('/refer/');
    await expect(inSight).toHaveCount(0);
    await page.getByText('All 30 practices').click();
    await expect(inSight).toHaveCount(30);
    await inSight.getByRole('radio', { name: /XX Place/ }).check();
    await page.getByLabel('Find your practice').fill('health');
    await page.getByRole('button', { name: 'Find' }).click();

    await expect(page.getByText(/These fit best. \d+ more fit/)).toBeVisible();
    await expect(inSight).toHaveCount(7);
    await expect(inSight.getByRole('radio', { name: /XX Place/ })).toBeChecked();
    await page.getByRole('button', { name: 'Check your answers' }).last().click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(inSight.getByRole('radio')).toHaveCount(1);
    await expect(inSight.getByRole('radio')).toBeChecked();
  });

  test('who is asked about appears once somebody else is chosen', async ({ page }) => {
    await page.goto('/refer/');
    await expect(page.getByLabel('Your own name')).toBeHidden();

    await page.getByLabel('Someone else does').check();
    await expect(page.getByLabel('Your own name')).toBeVisible();
  });

  test('who is not registered reads what else they can do, and can go back', async ({ page }) => {
    await fillIn(page);
    await page.getByLabel('I am not registered with a GP').check();
    await page.getByRole('button', { name: 'Check your answers' }).last().click();

    await expect(heading(page)).toHaveText('You need a GP practice in Tower Hamlets first');
    await expect(page.getByRole('link', { name: '0300 303 6070' })).toBeVisible();
    await expect(page.locator('main')).toContainText(
      'I would like to talk to your social prescriber',
    );
    const near = page.locator('#nearest-practices');
    await near.getByLabel('Your postcode').fill('E14 9QH');
    await near.getByRole('button', { name: 'Find' }).click();
    await expect(page).toHaveURL(/\/refer\/#nearest-practices$/);
    await expect(near.getByRole('listitem')).toHaveCount(3);
    await expect(near.getByRole('listitem').first()).toContainText('Roserton Street Surgery');
    await expect(near.locator('li a[href^="tel:"]')).toHaveCount(3);
    await near.getByLabel('Your postcode').fill('SW1A 1AA');
    await near.getByRole('button', { name: 'Find' }).click();
    await expect(near).toContainText('That postcode is not in Tower Hamlets.');
    await near.getByLabel('Your postcode').fill('nowhere');
    await near.getByRole('button', { name: 'Find' }).click();
    await expect(near).toContainText('Write the whole postcode');
    await page.getByRole('button', { name: 'Go back to my answers' }).click();
    await expect(page.getByLabel('Full name')).toHaveValue('Test Person One');
  });

  test('who lives elsewhere reads what to ask for, and the number of their practice', async ({
    page,
  }) => {
    await fillIn(page);
    await choosePractice(page, 'F84016');
    await page.locator('[name=livesInBorough][value=no]').check();
    await page.getByRole('button', { name: 'Check your answers' }).last().click();

    await expect(page.locator('main')).toContainText(
      'I would like to talk to your social prescriber',
    );
    await expect(page.locator('main')).toContainText('The Mission Practice');
  });
});

/** Keys as a person without a mouse presses them, counted; letters that are typed do not count. */
function keyboardOf(page: Page) {
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  const goTo = async (target: ReturnType<Page['locator']>) => {
    for (let tries = 0; tries < 100; tries++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press('Tab');
    }
    throw new Error(`${target} cannot be reached with the Tab key.`);
  };
  return {
    press,
    goTo,
    choose: async (id: string) => {
      await goTo(page.locator(`[id="${id}"]`));
      await press('Space');
    },
    write: async (id: string, text: string) => {
      await goTo(page.locator(`[id="${id}"]`));
      await page.keyboard.insertText(text);
    },
    count: () => presses,
  };
}
