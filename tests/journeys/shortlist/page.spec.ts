/**
 * Covers src/islands/shortlist/page/entry-actions.ts, src/islands/shortlist/page-words.ts,
 * src/islands/shortlist/page/share-buttons.ts, src/islands/shortlist/stored/shortlist-name.ts,
 * src/islands/shortlist/page/shortlist-page.ts, src/islands/shortlist/page/sync-with-address.ts.
 */
import { expect, type Page } from '@playwright/test';
import { findAxeViolations, sidewaysScroll } from '../../support/browser/axe.ts';
import { test } from '../../support/browser/journey-test.ts';

const SLUGS = ['toynbee-hall', 'bow-foodbank', 'toyhouse'];
const LIST = `/shortlist/?items=${SLUGS.join('.')}&made=2020-11-20`;

test.describe('the page of a shortlist', () => {
  test('is put in order by keyboard, in place, with the focus kept [8]', async ({ page }) => {
    await page.goto('/');
    await page.goto(LIST);
    const name = await nameOf(page, 'toyhouse');
    await act(page, 'toyhouse', 'up').focus();
    await page.keyboard.press('Enter');

    await expect(status(page)).toHaveText(`${name} is now number 2 of 3.`);
    await expect.poll(() => order(page)).toEqual(['toynbee-hall', 'toyhouse', 'bow-foodbank']);
    await expect(act(page, 'toyhouse', 'up')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText(`${name} is now number 1 of 3.`);
    await expect(act(page, 'toyhouse', 'down')).toBeFocused();
    await expect(page).toHaveURL(/items=toyhouse\.toynbee-hall\.bow-foodbank&made=2020-11-20$/);
    await expect(page.getByRole('link', { name: 'Soomaali' })).toHaveAttribute(
      'href',
      /items=toyhouse\.toynbee-hall/,
    );
    await page.goBack();
    await expect(page).toHaveURL('/');
  });

  test('loses what is removed, in place, and the focus goes to what follows [8]', async ({
    page,
  }) => {
    await page.goto(LIST);
    const name = await nameOf(page, 'bow-foodbank');
    await act(page, 'bow-foodbank', 'remove').press('Enter');
    await expect(status(page)).toHaveText(`Removed: ${name}. 2 on your shortlist.`);
    await expect(act(page, 'toyhouse', 'remove')).toBeFocused();
    await expect(page.locator('#shortlist-count-link')).toHaveText('Shortlist (2)');
    await page.keyboard.press('Enter');
    await expect(act(page, 'toynbee-hall', 'remove')).toBeFocused();
    await page.keyboard.press('Enter');

    await expect(page.getByText('Nothing on your shortlist yet')).toBeVisible();
    await expect(page).toHaveURL(/\/shortlist\/$/);
    await page.reload();
    await expect(page.getByText('Nothing on your shortlist yet')).toBeVisible();
  });

  test('follows presses that come faster than the server answers [8]', async ({ page }) => {
    await page.goto(LIST);
    await page.route(/shortlist\/\?items/, async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    await act(page, 'toyhouse', 'up').click();
    await act(page, 'toyhouse', 'up').click();

    await expect.poll(() => order(page)).toEqual(['toyhouse', 'toynbee-hall', 'bow-foodbank']);
  });

  test('goes to the address where the server does not answer in place [8]', async ({ page }) => {
    await page.goto(LIST);
    await page.route(/shortlist\/\?items/, (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort(),
    );
    await act(page, 'toyhouse', 'up').click();

    await expect(page).toHaveURL(/items=toynbee-hall\.toyhouse/);
    await expect.poll(() => order(page)).toEqual(['toynbee-hall', 'toyhouse', 'bow-foodbank']);
  });

  test('keeps a note for each entry, in no address and in no request [9]', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await page.goto(LIST);
    await writeNote(page, 'toyhouse', 'ask for the Tuesday group');
    await act(page, 'toyhouse', 'up').click();
    await expect(status(page)).toHaveText(/number 2 of 3/);
    await expect(note(page, 'toyhouse')).toHaveValue('ask for the Tuesday group');
    await page.goto('/needs/food/');
    await page.locator('#shortlist-count-link').click();

    await expect(note(page, 'toyhouse')).toHaveValue('ask for the Tuesday group');
    await expect(note(page, 'toyhouse')).toBeVisible();
    expect(page.url()).not.toContain('Tuesday');
    expect(asked.filter((address) => /Tuesday/.test(address))).toEqual([]);
  });

  test('gives its address to copy, and to the system’s sheet [10]', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      navigator.share = async (data) => {
        document.title = `shared ${data?.text?.split(/\s/).at(-1)}`;
      };
    });
    await page.goto(LIST);
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await expect(status(page)).toHaveText('The address has been copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const answer = await page.request.get(new URL(copied).pathname);
    expect(answer.url()).toContain(`items=${SLUGS.join('.')}`);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page).toHaveTitle(`shared ${copied}`);
  });

  test('shows by Back what the tab’s list has become since [11]', async ({ page }) => {
    await page.goto(LIST);
    await page.goto('/organisations/limehouse-project/');
    await page.locator('a[data-shortlist="limehouse-project"]').first().click();
    await expect(page.locator('#shortlist-count-link')).toHaveText('Shortlist (4)');
    await page.goBack();

    await expect(page.locator('#shortlist > li')).toHaveCount(4);
  });

  test('opens the tab’s list where the address holds none, and else the address’s [11]', async ({
    page,
  }) => {
    await page.goto(LIST);
    await page.goto('/shortlist/');
    await expect(page).toHaveURL(LIST);
    await page.goto('/shortlist/?items=toyhouse&made=2020-11-21');
    await expect(page.locator('#shortlist > li')).toHaveCount(1);
    await expect(page.locator('#shortlist-count-link')).toHaveText('Shortlist (1)');
  });

  test('leads to searches that need no list in their address', async ({ page }) => {
    await page.goto(LIST);
    await page.locator('main form [name=q]').fill('gym');
    await page.locator('main form [name=q]').press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=gym$/);
    await page.locator('a[data-shortlist]').first().click();

    await expect(page.locator('#shortlist-count-link')).toHaveText('Shortlist (4)');
  });

  for (const prefix of ['', '/bn', '/so']) {
    test(`is accessible with all that the script adds: ${prefix || 'en'} [5]`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      await page.goto(prefix + LIST);
      await writeNote(page, 'toyhouse', '…');
      await page.locator('#navigator-switch').check();
      await expect(page.locator('#navigator-bar')).toBeVisible();
      await page.locator('#list-name').fill('blue scarf');
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(await smallTargets(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await findAxeViolations(page, 'visual')).toEqual([]);
    });
  }
});

/** What can be pressed and is lower or narrower than 24 px, in what the script adds. */
function smallTargets(page: Page): Promise<string[]> {
  return page
    .locator('.note summary, .note textarea, #share button, #navigator *, #navigator-bar button')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.matches('button, input, textarea, summary'))
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return element.checkVisibility() && (width < 24 || height < 24);
        })
        .map((element) => element.outerHTML),
    );
}

function act(page: Page, slug: string, name: 'up' | 'down' | 'remove') {
  return page.locator(`#shortlist [data-slug="${slug}"] [data-act=${name}]`);
}

function order(page: Page): Promise<(string | undefined)[]> {
  return page
    .locator('#shortlist > li')
    .evaluateAll((entries) => entries.map((entry) => (entry as HTMLElement).dataset.slug));
}

async function nameOf(page: Page, slug: string) {
  return page.locator(`#shortlist [data-slug="${slug}"]`).getAttribute('data-name');
}

function note(page: Page, slug: string) {
  return page.locator(`[data-note-for="${slug}"] textarea`);
}

async function writeNote(page: Page, slug: string, text: string) {
  await page.locator(`[data-note-for="${slug}"] summary`).click();
  await note(page, slug).fill(text);
}

function status(page: Page) {
  return page.locator('#shortlist-status');
}
