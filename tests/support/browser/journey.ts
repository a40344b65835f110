import { expect, type Page } from '@playwright/test';
import { findAxeViolations, sidewaysScroll } from './axe.ts';

/** Opens an address and waits until its search box suggests: before that, a page is as it is without scripts. */
export async function open(page: Page, path: string) {
  const answer = await page.goto(path);
  await expect(page.locator('[data-suggestions]')).toHaveCount(0);
  return answer;
}

/** Keeps requests waiting until the function that it gives is called. */
export async function holdBack(page: Page, requests: string | RegExp): Promise<() => void> {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(requests, async (route) => {
    await held;
    // A page may have given up what it asked for.
    await route.continue().catch(() => undefined);
  });
  return letThrough;
}

/** axe finds nothing against WCAG 2.2 AA, and nothing has to be scrolled sideways. */
export async function expectAccessible(page: Page) {
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await sidewaysScroll(page), 'pixels to scroll sideways').toBeLessThanOrEqual(0);
}

export function heading(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

/** Ticks a filter of the page of results, in English. */
export async function tick(page: Page, group: string, value: string) {
  await page.locator('.expander > summary', { hasText: group }).click();
  await page.getByRole('checkbox', { name: value }).check();
}

/** Chooses an answer to the question of the practice, from the list of all if it is not in sight. */
export async function choosePractice(page: Page, code: string) {
  const radio = page.locator(`[name="practice"][value="${code}"]`);
  const folded = page.locator('.practice-rest:not([open])', { has: radio });
  if ((await folded.count()) > 0) await folded.locator('summary').click();
  await radio.check();
}

/** The form of asking for a social prescriber, filled in right, where no script runs. */
export async function fillInReferral(page: Page, locale = '') {
  await page.goto(`${locale}/refer/`);
  await page.locator('[value=self]').check();
  await choosePractice(page, 'F84016');
  await page.locator('[name=livesInBorough][value=yes]').check();
  await page
    .locator('.need-choices', { has: page.locator('[value=food]') })
    .locator('summary')
    .click();
  await page.locator('[value=food]').check();
  await page.locator('#phone').fill('07700 900123');
  await page.locator('[name=contactBy][value=text]').check();
  await page.locator('#fullName').fill('Test Person One');
  await page.locator('#dobDay').fill('27');
  await page.locator('#dobMonth').fill('3');
  await page.locator('#dobYear').fill('1980');
}
