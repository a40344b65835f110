import { expect, type Page } from '@playwright/test';
import { test } from '../../support/browser/journey-test.ts';

test.use({ javaScriptEnabled: false });

const params = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

test.describe('without JavaScript', () => {
  test('someone types, finds and reaches a phone number', async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('What do you need help with?').fill('lonely');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/results for “lonely”/);
    await page.locator('.card-name a').first().click();

    await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
  });

  test('the box is a plain search field, not a combobox', async ({ page }) => {
    await page.goto('/');

    await expect(page.getByRole('searchbox', { name: 'What do you need' })).toBeVisible();
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });

  test('boxes, postcode and words are sent together', async ({ page }) => {
    await page.goto('/search/?q=lonely&sort=name');
    await page.locator('.expander > summary', { hasText: 'Cost' }).click();
    await page.getByRole('checkbox', { name: 'Free' }).check();
    await page.getByLabel('Near a postcode or place').fill('E1 4AA');
    await page.getByRole('button', { name: 'Show results' }).click();

    await expect
      .poll(() => params(page))
      .toEqual({
        q: 'lonely',
        cost: 'free',
        near: 'E1 4AA',
        sort: 'name',
      });
    await expect(page.getByRole('link', { name: 'Remove filter Cost: Free' })).toBeVisible();
    await expect(page.getByText('in a straight line from E1 4AA')).toBeVisible();
  });

  test('a neighbourhood does where a postcode is not known', async ({ page }) => {
    await page.goto('/search/?q=food&near=Whitechapel+station&sort=distance');

    await expect(
      page.getByText('in a straight line from the middle of Whitechapel.'),
    ).toBeVisible();
    await expect(page.locator('.card strong').first()).toBeVisible();
    await page.goto('/bn/search/?q=food&near=পপলার');
    await expect(page.getByText('পপলার এলাকার মাঝখান থেকে')).toBeVisible();
  });

  test('a page of results prints without what paper cannot use', async ({ page }) => {
    await page.goto('/search/?q=food&cost=free');
    await page.emulateMedia({ media: 'print' });

    for (const part of ['.site-header', '.filters', '.search-form', '.sort', '.site-footer']) {
      await expect(page.locator(part), part).toBeHidden();
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.card a[href^="tel:"]').first()).toBeVisible();
  });

  test('a filter, a sort and what we understood are undone by links', async ({ page }) => {
    await page.goto('/search/?q=food&cost=free&near=E1+4AA');
    await page.getByRole('link', { name: 'Nearest' }).click();
    await expect(page.getByRole('link', { name: 'Nearest' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await page.getByRole('link', { name: 'Remove filter Cost: Free' }).click();
    await page
      .getByRole('link', { name: 'Remove filter Near a postcode or place: E1 4AA' })
      .click();
    await page.getByRole('link', { name: 'Do not use “' }).first().click();

    await expect
      .poll(() => params(page))
      .toEqual({
        q: 'food',
        sort: 'distance',
        literal: '1',
      });
  });

  test('exact words stay exact when boxes are ticked, not when other words are searched', async ({
    page,
  }) => {
    await page.goto('/search/?q=lonely&literal=1');
    await page.getByRole('button', { name: 'Show results' }).click();
    await expect(page).toHaveURL(/near=.*literal=1/);

    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).not.toHaveURL(/literal/);
  });

  test('the next page of results is a link', async ({ page }) => {
    await page.goto('/search/?q=lonely');
    const first = await page.locator('.card-name').first().textContent();
    await page.getByRole('link', { name: 'Next page' }).click();

    await expect(page).toHaveURL('/search/?q=lonely&page=2');
    await expect(page.locator('.card-name').first()).not.toHaveText(first ?? '');
    await page.getByRole('link', { name: 'Previous page' }).click();
    await expect(page).toHaveURL('/search/?q=lonely');
  });

  test('on a phone the filters are folded and say how many are on', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/search/?q=lonely&cost=free&language=bn');
    const summary = page.locator('#filters > summary');
    await expect(summary).toHaveText(/Filters\s+2 on/);
    await expect(page.getByLabel('Near a postcode or place')).toBeHidden();

    await summary.click();
    await expect(page.getByLabel('Near a postcode or place')).toBeVisible();
  });

  test('on a wide screen the filters stand beside the results', async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 900 });
    await page.goto('/search/?q=lonely');

    await page.getByLabel('Near a postcode or place').focus();
    await expect(page.getByLabel('Near a postcode or place')).toBeFocused();
    const filters = await page.locator('#filters').boundingBox();
    const results = await page.locator('#results').boundingBox();
    expect((filters?.x ?? 0) + (filters?.width ?? 0)).toBeLessThanOrEqual(results?.x ?? 0);
  });
});
