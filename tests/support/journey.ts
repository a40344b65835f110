import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Opens an address and waits until its islands work: before that, a page is as it is without scripts. */
export async function open(page: Page, path: string) {
  const answer = await page.goto(path);
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  return answer;
}

/** axe finds nothing against WCAG 2.2 AA, and nothing has to be scrolled sideways. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
  expect(found).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, 'pixels to scroll sideways').toBeLessThanOrEqual(0);
}

export function heading(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

/** Ticks a filter of the page of results, in English. */
export async function tick(page: Page, group: string, value: string) {
  await page.locator('.expander > summary', { hasText: group }).click();
  await page.getByRole('checkbox', { name: value }).check();
}
