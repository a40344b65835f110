import { expect, type Locator, type Page } from '@playwright/test';

/** What asking cost somebody. */
export interface Effort {
  /** Clicks, taps and keys that do something; writing in a box is one, choosing from a list two. */
  presses: number;
  /** Pages and steps that were shown. */
  screens: number;
  /** How far they scrolled, in heights of their screen. */
  screenfuls: number;
}

/**
 * Somebody who has never seen the site: sees what the screen shows, scrolls to what is below it, and
 * presses what can be seen. Counts each of it.
 */
export type Stranger = ReturnType<typeof createStranger>;

// What the button to leave may cover.
const MARGIN = 90;

export function createStranger(
  page: Page,
  { isTouch, onScreen }: { isTouch: boolean; onScreen?: (() => Promise<void>) | undefined },
) {
  const effort: Effort = { presses: 0, screens: 1, screenfuls: 0 };

  async function lookAt(target: Locator) {
    await expect(target).toBeVisible();
    const scrolled = await target.evaluate((element, margin) => {
      const before = scrollY;
      const { top, bottom } = element.getBoundingClientRect();
      const below = bottom + margin - innerHeight;
      const above = top - margin;
      if (below > 0) scrollBy({ top: below, behavior: 'instant' });
      else if (above < 0) scrollBy({ top: above, behavior: 'instant' });
      return Math.abs(scrollY - before) / innerHeight;
    }, MARGIN);
    effort.screenfuls += scrolled;
  }

  async function press(target: Locator) {
    await lookAt(target);
    if (isTouch) await target.tap();
    else await target.click();
    effort.presses += 1;
  }

  async function write(target: Locator, text: string) {
    await lookAt(target);
    await target.fill(text);
    effort.presses += 1;
  }

  async function choose(target: Locator, label: string) {
    await lookAt(target);
    await target.selectOption({ label });
    effort.presses += 2;
  }

  /** Presses what brings another screen, and waits for it; or for what else may come of it. */
  async function pressOn(target: Locator, hasCome = async () => false) {
    const before = await screenOf(page);
    const isAnother = async () => ((await screenOf(page)) ?? before) !== before;
    await press(target);
    await expect
      .poll(async () => (await isAnother()) || (await hasCome()), { timeout: 60_000 })
      .toBe(true);
    if (!(await isAnother())) return;
    await page.waitForLoadState('load');
    effort.screens += 1;
    await onScreen?.();
  }

  return { page, effort, press, write, choose, pressOn };
}

export async function isInSight(target: Locator): Promise<boolean> {
  return (await target.count()) > 0 && (await target.first().isVisible());
}

/** Changes with every page that is loaded, every step that opens, and every list of mistakes. `undefined`: between two pages. */
async function screenOf(page: Page): Promise<string | undefined> {
  return page
    .evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('h1, h2, [role="alert"]')]
        .filter((element) => element.checkVisibility())
        .map((element) => element.innerText);
      return `${performance.timeOrigin}\n${shown.join('\n')}`;
    })
    .catch(() => undefined);
}
