import type { Locale } from '../../../src/i18n/locale.ts';
import { people } from '../../personas/people.ts';
import { walk } from '../../personas/stranger/walk.ts';
import { test } from '../../support/browser/journey-test.ts';

// Few of the walks of tests/personas, so that the form cannot change unseen by those that go by its words.
const walks: { who: RegExp; locale: Locale; javaScriptEnabled: boolean }[] = [
  { who: /three mistakes/, locale: 'bn', javaScriptEnabled: true },
  { who: /not registered/, locale: 'so', javaScriptEnabled: false },
  { who: /not asked her father/, locale: 'en', javaScriptEnabled: true },
];

for (const { who, locale, javaScriptEnabled } of walks) {
  test.describe(`on a phone ${javaScriptEnabled ? 'with' : 'without'} JavaScript, in ${locale}`, () => {
    test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, javaScriptEnabled });
    const person = people.find((each) => who.test(each.who));

    test(`${person?.who} finds the way by what is seen`, async ({ page }) => {
      if (!person) throw new Error(`There is no persona like ${who}.`);
      await walk(page, person, { locale, isTouch: true });
    });
  });
}
