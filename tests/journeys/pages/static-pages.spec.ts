import { expect } from '@playwright/test';
import { type Locale, locales, localisePath } from '../../../src/i18n/locale.ts';
import { findAxeViolations, sidewaysScroll } from '../../support/browser/axe.ts';
import { test } from '../../support/browser/journey-test.ts';

// One of each template; of listings, one with every contact, one with none, one paused.
const pages = {
  home: '/',
  'all needs': '/needs/',
  'a need': '/needs/bereavement/',
  'a need with helplines': '/needs/domestic-abuse/',
  'all situations': '/help/',
  'a situation': '/help/no-food-today/',
  'a private situation with helplines': '/help/hurt-by-partner/',
  'all areas': '/areas/',
  'an area': '/areas/wapping/',
  'A to Z': '/organisations/',
  'a full listing': '/organisations/poplar-harca/',
  'a listing without contact': '/organisations/aponghor/',
  'a paused listing': '/organisations/bromley-by-bow-macmillan-social-prescribing/',
  'what is on this week': '/whats-on/?when=week&cost=free',
  'what is open now': '/whats-on/?when=now',
  changes: '/changes/',
  'urgent help': '/urgent-help/',
  about: '/about/',
  privacy: '/about/privacy/',
  accessibility: '/about/accessibility/',
  'how we order results': '/about/how-we-order-results/',
  'data sources': '/about/data-sources/',
  'open data': '/about/open-data/',
  'a missing page': '/no-such-page/',
};

// Pages are alike but for their words: each once, and those with most to fit in Bengali.
const inBengali = ['home', 'a need with helplines', 'a full listing', 'urgent help'];
const isRepeated = (locale: Locale, name: string) =>
  locale === 'so' || (locale === 'bn' && !inBengali.includes(name));

for (const locale of locales) {
  test.describe(locale, () => {
    for (const [name, path] of Object.entries(pages)) {
      const address = localisePath(locale, path);

      test(`${name} is accessible on a narrow phone, in forced colours and in large text`, {
        tag: isRepeated(locale, name) ? '@long' : [],
      }, async ({ page }) => {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(address);
        expect(await findAxeViolations(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);

        await page.emulateMedia({ forcedColors: 'active' });
        expect(await findAxeViolations(page, 'visual')).toEqual([]);

        await page.emulateMedia({ forcedColors: 'none' });
        await page.setViewportSize({ width: 1280, height: 900 });
        expect(await findAxeViolations(page, 'visual')).toEqual([]);

        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        expect(await findAxeViolations(page, 'visual')).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      });
    }
  });
}
