import { describe, expect, test } from 'vitest';
import { hasNoContact } from '../../src/directory/contact.ts';
import type { PublicListing } from '../../src/directory/public-listing.ts';
import { locales } from '../../src/i18n/locale.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { directory } from '../../src/wiring.ts';
import { articleOf, attributes, mainOf, pageOf, toText } from '../support/site/built-pages.ts';

const { listings } = directory;

const slugsWhere = (isWrong: (listing: PublicListing) => boolean) =>
  listings.filter(isWrong).map(({ slug }) => slug);

describe.each(locales)('a listing in %s', (locale) => {
  const t = createTranslator(locale);

  test('says that nobody has checked it, and never that somebody has', () => {
    const unchecked = listings.filter(({ checks }) => checks.length === 0);
    const claims = [
      t('listing:checkedByPhone', { date: '|' }),
      t('listing:checkedOnVisit', { date: '|' }),
      t('listing:checkedOnWebsite', { date: '|' }),
      t('listing:checkedByEmail', { date: '|' }),
      t('listing:confirmedByThem', { date: '|' }),
    ].map((words) => words.split('|')[0] ?? '');
    const wrong = unchecked.filter((listing) => {
      const article = toText(articleOf(listing, locale));
      const page = toText(pageOf(listing, locale));
      return (
        !article.includes(t('listing:neverCheckedLong')) ||
        claims.some((claim) => page.includes(claim))
      );
    });

    expect(unchecked.length).toBeGreaterThan(0);
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('shows its name as the heading, its phone as a link and its address', () => {
    const wrong = slugsWhere((listing) => {
      const article = articleOf(listing, locale);
      const heading = toText(/<h1\b[\s\S]*?<\/h1>/.exec(article)?.[0] ?? '');
      const text = toText(article);
      const phone = listing.phone?.replace(/\D/g, '').replace(/^0/, '');
      return (
        heading !== listing.name ||
        (phone !== undefined &&
          !attributes(article, 'a', 'href').some(
            (href) => href.startsWith('tel:') && href.endsWith(phone),
          )) ||
        (listing.postcode !== undefined && !text.includes(listing.postcode)) ||
        (listing.email !== undefined && !article.includes(`mailto:${listing.email}`)) ||
        (listing.website !== undefined &&
          !attributes(article, 'a', 'href').includes(listing.website))
      );
    });

    expect(wrong).toEqual([]);
  });

  test('without any contact says so at the top and offers the prescriber', () => {
    const unreachable = listings.filter(hasNoContact);
    const wrong = unreachable.filter((listing) => {
      const text = toText(articleOf(listing, locale));
      return !text.includes(t('listing:noContactTop')) || !text.includes(t('site:prescriberHow'));
    });

    expect(unreachable).toHaveLength(23);
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('that is paused or closed says so', () => {
    const stopped = listings.filter(({ status }) => status !== 'open');
    const wrong = stopped.filter((listing) => {
      const words = listing.status === 'closed' ? 'listing:closedTop' : 'listing:pausedTop';
      return !toText(articleOf(listing, locale)).includes(t(words));
    });

    expect(stopped.length).toBeGreaterThan(0);
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('offers other places and the prescriber: no page is a dead end', () => {
    const wrong = slugsWhere((listing) => {
      const main = mainOf(pageOf(listing, locale));
      return (
        !/href="[^"]*\/needs\/[^"]+"/.test(main) || !toText(main).includes(t('site:prescriberHow'))
      );
    });

    expect(wrong).toEqual([]);
  });

  test("runs the shortlist's script, and about domestic abuse the one to leave at once", () => {
    const scripts = (page: string) => page.match(/<script(?! type="application\/ld\+json")/g) ?? [];
    const wrong = slugsWhere((listing) => {
      const page = pageOf(listing, locale);
      const canBeLeft = listing.needs.includes('domestic-abuse');
      return (
        scripts(page).length !== (canBeLeft ? 2 : 1) || page.includes('leave-page') !== canBeLeft
      );
    });

    expect(wrong).toEqual([]);
  });
});

test.each(['bn', 'so'] as const)(
  'words that are in English only are marked so, and the reader is told, in %s',
  (locale) => {
    const wrong = slugsWhere((listing) => {
      if (listing.translations[locale]?.description) return false;
      const article = articleOf(listing, locale);
      const marked = [...article.matchAll(/<(p|h1)\b[^>]*\blang="en"[^>]*>([\s\S]*?)<\/\1>/g)].map(
        ([, , html = '']) => toText(html),
      );
      return (
        !marked.includes(listing.name) ||
        !marked.includes(listing.summary) ||
        !marked.includes(listing.description.replace(/\s+/g, ' ').trim()) ||
        !toText(article).includes(createTranslator(locale)('listing:englishFacts'))
      );
    });

    expect(wrong).toEqual([]);
  },
);
