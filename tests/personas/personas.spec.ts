import { expect, type Page, test } from '@playwright/test';
import type { Locale } from '../../src/i18n/locale.ts';
import { findAxeViolations } from '../support/browser/axe.ts';
import { expectLetter } from './expect-letter.ts';
import { expectNothingPersonalLeft, watchAddresses } from './expect-nothing-left.ts';
import { expectWaysOn } from './expect-ways-on.ts';
import { people } from './people.ts';
import { walk } from './stranger/walk.ts';
import { siteFolder } from './stranger/words.ts';

// Another version of the site is walked through for its figures alone.
const isOwnSite = siteFolder === '.';

for (const [index, person] of people.entries()) {
  test(person.who, async ({ page, hasTouch }, { project, annotations }) => {
    const { locale, place } = project.metadata as { locale: Locale; place: number };
    const addresses = watchAddresses(page);
    await nameConnection(page, place, index);
    // One persona of each project: axe takes longer than the whole walk.
    const isLookedAt = isOwnSite && index === place && project.use.javaScriptEnabled;
    const { at, reference } = await walk(page, person, {
      locale,
      isTouch: hasTouch ?? false,
      onScreen: isLookedAt ? () => expectAccessible(page) : undefined,
    });

    annotations.push({ type: 'effort', description: JSON.stringify(at.stranger.effort) });
    if (!isOwnSite) return;
    if (reference) await expectLetter(person, reference, locale);
    else await expectWaysOn(at);
    await expectNothingPersonalLeft(page, person, { addresses });
  });
}

// The server counts what comes from one connection.
async function nameConnection(page: Page, place: number, index: number) {
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': `198.18.${place}.${index + 1}` });
}

async function expectAccessible(page: Page) {
  expect(await findAxeViolations(page)).toEqual([]);
}
