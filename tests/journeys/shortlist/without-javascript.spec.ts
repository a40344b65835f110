import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';

test.use({ viewport: { width: 360, height: 740 } });

const OLD = 'items=bow-foodbank.ability-bow.citizens-advice-east-end&made=2020-05-12';
const names = (page: Page) => page.locator('#shortlist > li').evaluateAll(namesOf);
const namesOf = (items: Element[]) => items.map((item) => item.getAttribute('data-name'));
const params = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('someone begins a list from a listing, and its address has the day', async ({ page }) => {
    await page.goto('/organisations/bow-foodbank/');
    await page.getByRole('link', { name: 'Add to shortlist : Bow Foodbank', exact: true }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your shortlist');
    await expect.poll(() => names(page)).toEqual(['Bow Foodbank']);
    await expect
      .poll(() => params(page))
      .toEqual({
        items: 'bow-foodbank',
        made: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      });
  });

  test('someone adds more by a search, through filters and pages, and takes one off', async ({
    page,
  }) => {
    await page.goto(`/shortlist/?${OLD}`);
    await page.getByLabel('What do you need help with?').fill('lonely');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByText('You are adding to your shortlist of 3.')).toBeVisible();

    await page.locator('#sort-name').click();
    await expect(page).toHaveURL(/sort=name/);
    await page.getByRole('link', { name: 'Next page' }).click();
    await expect(page).toHaveURL(/page=2/);
    await page.locator('#filters > summary').click();
    await page.getByRole('button', { name: 'Show results' }).click();
    await expect(page).not.toHaveURL(/page=2/);
    const chosen = page.locator('.card').first();
    const name = await chosen.locator('.card-name').innerText();
    await chosen.getByRole('link', { name: 'Add to shortlist' }).click();

    await expect
      .poll(() => names(page))
      .toEqual(['Bow Foodbank', 'Ability Bow', 'Citizens Advice East End', name.trim()]);
    expect(params(page).made).toBe('2020-05-12');
  });

  test('a listing that is on the list can be taken off from the results', async ({ page }) => {
    await page.goto('/search/?q=bow+foodbank&list=ability-bow.bow-foodbank&made=2020-05-12');
    await page.getByRole('link', { name: /^On your shortlist – remove : Bow Foodbank$/ }).click();

    await expect.poll(() => names(page)).toEqual(['Ability Bow']);
  });

  test('the list is put in order, and what moved is where the page opens', async ({ page }) => {
    await page.goto(`/shortlist/?${OLD}`);
    await page.getByRole('link', { name: 'Move up : Citizens Advice East End' }).click();
    await expect(page).toHaveURL(/#at-citizens-advice-east-end$/);
    await page.getByRole('link', { name: 'Move down : Bow Foodbank' }).click();

    await expect
      .poll(() => names(page))
      .toEqual(['Citizens Advice East End', 'Bow Foodbank', 'Ability Bow']);
    await page.getByRole('link', { name: 'Remove : Bow Foodbank' }).click();
    await expect.poll(() => names(page)).toEqual(['Citizens Advice East End', 'Ability Bow']);
    expect(params(page).made).toBe('2020-05-12');
  });

  test('a list whose last listing is removed is empty, and says how to fill it', async ({
    page,
  }) => {
    await page.goto('/shortlist/?items=bow-foodbank&made=2020-05-12');
    await page.getByRole('link', { name: 'Remove : Bow Foodbank' }).click();

    await expect(page).toHaveURL('/shortlist/');
    await expect(page.getByText('Nothing on your shortlist yet')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
  });

  test('the short address leads to the same list', async ({ page }) => {
    await page.goto(`/so/shortlist/?${OLD}`);
    const short = (await page.locator('#share-address').textContent()) ?? '';
    await page.goto(new URL(short).pathname);

    await expect(page).toHaveURL(`/so/shortlist/?${OLD}`);
  });

  test('the list is handed on by mail and by text, with names and ways to reach them', async ({
    page,
  }) => {
    await page.goto('/shortlist/?items=bow-foodbank.foodcycle-bow&made=2020-05-12');
    const hrefOf = (name: string) => page.getByRole('link', { name }).getAttribute('href');
    const sms = decodeURIComponent((await hrefOf('Send by text message')) ?? '');
    const mail = decodeURIComponent((await hrefOf('Send by e-mail')) ?? '');

    expect(sms).toMatch(/^sms:\?&body=/);
    expect(mail).toMatch(/^mailto:\?subject=Places that can help/);
    for (const text of [sms, mail]) {
      expect(text).toContain('FoodCycle Bow: 020 7729 2775');
      expect(text).toMatch(/\/s\/[0-9a-z]{15}$/);
    }
  });

  test('someone refers a person on, with permission asked first and nothing about them known', async ({
    page,
  }) => {
    await page.goto(`/shortlist/?${OLD}`);
    await page.getByRole('link', { name: 'Ask for a social prescriber for someone else' }).click();

    await expect(page.locator('[name=referralFor][value=someone-else]')).toBeChecked();
    await expect(page.locator('[name=permission]:checked')).toHaveCount(0);
    await expect(page.locator('[name=needs]:checked')).toHaveCount(3);
    const asked = await page.locator('#helper [name]').evaluateAll(fieldNames);
    expect(asked[0]).toBe('permission');
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['for', 'need', 'need', 'need']);
    await page.getByRole('link', { name: 'Soomaali' }).click();
    await expect(page.locator('[name=referralFor][value=someone-else]')).toBeChecked();
  });

  for (const [what, query] of [
    ['seven hundred listings', `items=${Array.from({ length: 700 }, (_, i) => `x${i}`).join('.')}`],
    ['script', 'items=bow-foodbank.<script>document.title=1</script>'],
    ['listings that we do not have', 'items=win-a-prize-ring-0900.bow-foodbank&made=2020-05-12'],
    ['another day', 'items=bow-foodbank&made=<img src=x onerror=alert(1)>'],
  ]) {
    test(`an address with ${what} has a clear page`, async ({ page }) => {
      const answer = await page.goto(`/shortlist/?${query}`);

      expect(answer?.status()).toBe(200);
      await expect(page).toHaveTitle(/^Your shortlist/);
      expect(await page.locator('#shortlist > li').count()).toBeLessThanOrEqual(30);
      await expect(page.locator('main')).not.toContainText(/prize|script|onerror/);
    });
  }

  test('letters that are no short address have a page that says so', async ({ page }) => {
    const answer = await page.goto('/bn/s/not-a-list/');

    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('এই ছোট ঠিকানায় কোনো তালিকা নেই');
  });
});

// axe is itself a script: only ours are kept away.
test.describe('where our scripts do not arrive', () => {
  test.beforeEach(({ page }) => page.route('**/*.js', (route) => route.abort()));

  for (const [language, prefix] of [
    ['English', ''],
    ['Bengali', '/bn'],
    ['Somali', '/so'],
  ]) {
    test(`in ${language} every page of it can be used by everyone`, async ({ page }) => {
      test.slow();
      for (const path of [
        '/shortlist/',
        '/shortlist/?items=..%2F.nothing-here',
        '/s/not-a-list/',
        `/shortlist/?${OLD}`,
        '/search/?q=food&list=bow-foodbank&made=2020-05-12',
        '/refer/?for=someone-else&need=food',
      ]) {
        await page.goto(prefix + path);
        await expectAccessible(page);
      }
    });
  }
});

function fieldNames(fields: Element[]) {
  return fields.map((field) => field.getAttribute('name'));
}
