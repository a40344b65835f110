import { expect, type Locator, type Page } from '@playwright/test';
import { findAxeViolations, sidewaysScroll } from './axe.ts';
import { choosePractice } from './journey.ts';

/** Opens the form and waits until it stands in steps. */
export async function openForm(page: Page, prefix = '') {
  await page.goto(`${prefix}/refer/`);
  await expect(page.locator('.refer-form.in-steps')).toBeVisible();
}

/** The heading of the step that is open, with its place in the form. None: its script has not come yet. */
export function step(page: Page) {
  return page.locator('.in-steps .step:not([hidden]) > legend');
}

/** Continue, or the button that takes its place at the end. */
export function next(page: Page) {
  return page.locator('#refer-check');
}

/** Answers by field name: text is written, choices are ticked, in their group if it is folded. All of them must be in the open step. */
export async function answer(page: Page, answers: Record<string, string>) {
  for (const [name, value] of Object.entries(answers)) {
    if (name === 'practice') {
      await choosePractice(page, value);
      continue;
    }
    const field = page.locator(`[name="${name}"]`);
    const choice = page.locator(`[name="${name}"][value="${value}"]:not(.text-input)`);
    if ((await choice.count()) > 0) {
      await unfold(choice);
      await choice.check();
    } else if (await field.evaluate((each) => each.matches('select'))) {
      await field.selectOption(value);
    } else await field.fill(value);
  }
}

/** Opens the group that a choice is folded into. */
export async function unfold(choice: Locator) {
  const closed = choice.page().locator('details:not([open])', { has: choice });
  if ((await closed.count()) > 0) await closed.locator('summary').click();
}

/** An invented person, step by step: enough to be accepted. */
export const anAnswer: readonly Record<string, string>[] = [
  { referralFor: 'self' },
  { practice: 'F84081', livesInBorough: 'yes' },
  { needs: 'loneliness', summary: 'I would like to meet people.' },
  { phone: '020 7946 0123', contactBy: 'call' },
  { language: 'bn', interpreter: 'yes' },
  { fullName: 'Test Person One', dobDay: '27', dobMonth: '3', dobYear: '1980' },
];

/** Answers steps and continues, from the one that is open. */
export async function answerSteps(page: Page, answers: readonly Record<string, string>[]) {
  for (const each of answers) {
    const before = await step(page).textContent();
    await answer(page, each);
    await next(page).click();
    await expect(step(page)).not.toHaveText(before ?? '');
  }
}

/** axe finds nothing as the page is, narrow and in forced colours, and in large text; and nothing scrolls sideways. */
export async function expectAccessibleInEveryForm(page: Page) {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  // What the way out covers in passing can be scrolled from under it.
  await page.evaluate(() => scrollTo(0, 0));
  // Chromium keeps forced colours for a link under the pointer when they are switched off.
  await page.mouse.move(0, 0);
  expect(await findAxeViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sidewaysScroll(page), 'at 320 px').toBeLessThanOrEqual(0);
  // Both at once: colours were looked at before, and sizes are the same in any.
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await findAxeViolations(page, 'visual'), 'narrow, in forced colours').toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(size);
  await setTextSize(page, '200%');
  expect(await findAxeViolations(page, 'visual'), 'in large text').toEqual([]);
  expect(await sidewaysScroll(page), 'in large text').toBeLessThanOrEqual(0);
  await setTextSize(page, '');
}

async function setTextSize(page: Page, size: string) {
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);
}

/** A keyboard, and how often it was pressed for anything but writing. */
export class Keys {
  pressed = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]) {
    for (const key of keys) await this.page.keyboard.press(key);
    this.pressed += keys.length;
  }

  /** Tab until something that matches has the focus. */
  async tabTo(selector: string) {
    for (let tries = 0; tries < 60; tries += 1) {
      await this.press('Tab');
      const isThere = await this.page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) ?? false,
        selector,
      );
      if (isThere) return;
    }
    throw new Error(`Tab does not lead to ${selector}`);
  }
}
