import { expect, type Page } from '@playwright/test';
import { test } from '../../support/browser/journey-test.ts';

// Each has one that is reached by e-mail alone and one by its website alone.
const NEED = '/needs/physical-activity/';
const SHORTLIST = '/shortlist/?items=bow-foodbank.ability-bow&made=2020-11-20';

test.use({ viewport: { width: 360, height: 740 } });

for (const path of [NEED, SHORTLIST, `/bn${SHORTLIST}`]) {
  test(`every contact on ${path} can be pressed with a thumb, at 360 pixels`, async ({ page }) => {
    await page.goto(path);
    const contacts = await contactsOn(page);

    expect(contacts.some(({ href }) => href.startsWith('mailto:'))).toBe(true);
    expect(contacts.some(({ href }) => href.startsWith('https:'))).toBe(true);
    expect(contacts.filter(({ height }) => height < 44)).toEqual([]);
  });
}

function contactsOn(page: Page): Promise<{ href: string; height: number }[]> {
  return page.locator('.card-contact a:not(.shortlist-link)').evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute('href') ?? '',
      height: link.getBoundingClientRect().height,
    })),
  );
}
