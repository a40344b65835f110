import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The rules whose outcome can change with size and colour while the page stays the same.
const VISUAL = ['color-contrast', 'target-size', 'link-in-text-block'];

/**
 * What axe finds against WCAG 2.2 AA and its own good practice, one line each. `visual`: only what
 * size and colour can change, for further looks at a page that has passed the rest.
 */
export async function findAxeViolations(
  page: Page,
  rules: 'all' | 'visual' = 'all',
): Promise<string[]> {
  // The button to leave covers a part of whatever has been scrolled below it.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  // Without the legacy mode each look opens a page of its own to join what frames found; ours have none.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      runOnly: rules === 'all' ? { type: 'tag', values: ALL } : { type: 'rule', values: VISUAL },
      rules: { 'target-size': { enabled: true } },
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary})`),
  );
}

/** How far a page can be scrolled sideways, in CSS pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
