import { describe, expect, test } from 'vitest';
import { locales } from '../../../src/i18n/locale.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { toMailAddress, toShareText, toSmsAddress } from '../../../src/shortlist/share-text.ts';
import { toShortAddress } from '../../../src/shortlist/short-address.ts';
import { directory } from '../../../src/wiring.ts';
import { aListing } from '../../support/directory/a-listing.ts';

const words = {
  intro: 'Local support:',
  more: (count: number) => `and ${count} more`,
  outro: 'More about them:',
  address: 'https://example.org/s/9ekcr1k8',
};
const textOf = (...listings: Parameters<typeof aListing>[]) =>
  toShareText({ ...words, listings: listings.map((each) => aListing(...each)) }, 'Help');

describe('the text to send', () => {
  test('has each name with its phone, or what else reaches it, and the address', () => {
    const text = textOf(
      ['Club', { phone: '020 7000 0001' }],
      ['Desk', { phone: '020 7000 0002', phoneNote: 'Extension 12' }],
      ['Post', { email: 'info@example.org' }],
      ['Page', {}],
      ['Nothing', { website: undefined }],
    );

    expect(text.split('\n')).toEqual([
      'Local support:',
      'Club: 020 7000 0001',
      'Desk: 020 7000 0002 (Extension 12)',
      'Post: info@example.org',
      'Page: https://example.org',
      'Nothing',
      'More about them:',
      'https://example.org/s/9ekcr1k8',
    ]);
  });

  test('leaves out what has closed or paused', () => {
    const text = textOf(
      ['Open'],
      ['Closed', { status: 'closed' }],
      ['Paused', { status: 'paused' }],
    );

    expect(text).not.toMatch(/Closed|Paused/);
  });

  test.each(['A place with a rather long name of some forty letters', 'বাংলাদেশি নারীদের কেন্দ্র'])(
    'says how many more there are where an address cannot hold them all: %s',
    (name) => {
      const thirty = Array.from({ length: 30 }, (_, at): [string, object] => [`${name} ${at}`, {}]);
      const text = textOf(...thirty);
      const shown = text.split('\n').filter((line) => line.includes(name)).length;

      expect(shown).toBeGreaterThan(3);
      expect(text).toContain(`and ${30 - shown} more\nMore about them:\nhttps:`);
      expect(toMailAddress('Places that can help', text).length).toBeLessThan(2000);
    },
  );

  test.each(locales)(
    'fits into a mail of 2,000 characters, subject and all, whatever is listed: %s',
    (locale) => {
      const t = createTranslator(locale);
      const serviceName = directory.site.serviceName[locale];
      const subject = t('shortlist:shareSubject', { serviceName });
      const byLength = directory.listings.toSorted((a, b) => b.name.length - a.name.length);
      for (const listings of [1, 4, 12, 30].flatMap((count) => [
        byLength.slice(0, count),
        byLength.slice(-count),
      ])) {
        const slugs = listings.map(({ slug }) => slug);
        const address = `https://support.towerhamlets.gov.example${toShortAddress(locale, { slugs, made: '2026-05-12' })}`;
        const text = toShareText(
          {
            intro: `${serviceName}:`,
            listings,
            more: (count) => t('shortlist:shareMore', { count }),
            outro: t('shortlist:shareOutro'),
            address,
          },
          subject,
        );

        expect(toMailAddress(subject, text).length).toBeLessThan(2000);
        expect(toSmsAddress(text).length).toBeLessThan(2000);
        expect(text.endsWith(`\n${address}`)).toBe(true);
        expect(text.split('\n').length).toBeGreaterThan(Math.min(listings.length, 3));
      }
    },
  );

  test('is the address alone where nothing else fits', () => {
    const text = toShareText({ ...words, intro: 'বাংলা'.repeat(60), listings: [] }, 'Help');

    expect(text).toBe(words.address);
  });

  test('is escaped whole, so that no name adds to the message', () => {
    const text = 'A & B?cc=x\nC';

    expect(toMailAddress('S&S', text)).toBe(
      'mailto:?subject=S%26S&body=A%20%26%20B%3Fcc%3Dx%0D%0AC',
    );
    expect(toSmsAddress(text)).toBe('sms:?&body=A%20%26%20B%3Fcc%3Dx%0AC');
  });
});
