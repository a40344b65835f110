import { expect, type Page } from '@playwright/test';
import { fillInReferral, heading } from './journey.ts';
import { anAnswer, answer, answerSteps, next, openForm } from './refer-journey.ts';

/** Answers every question, up to the page on which the answers are read over. `origin`: of another server. */
export async function fillInToCheck(page: Page, origin = '') {
  await openForm(page, origin);
  await answerSteps(page, anAnswer.slice(0, -1));
  await answer(page, anAnswer.at(-1) ?? {});
  await next(page).click();
  await expect(heading(page)).toHaveText('Check your answers');
}

export async function fillInToCheckWithoutScript(page: Page, origin = '') {
  await fillInReferral(page, origin);
  await page.locator('#refer-check').click();
  await expect(heading(page)).toHaveText('Check your answers');
}

export function pressSend(page: Page) {
  return page.getByRole('button', { name: 'Confirm and send' }).click();
}

export function shownReference(page: Page) {
  return page.locator('.reference strong').textContent();
}
