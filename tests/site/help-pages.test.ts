import { describe, expect, test } from 'vitest';
import type { Situation } from '../../src/directory/situation.ts';
import { type Locale, locales, localisePath } from '../../src/i18n/locale.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { directory } from '../../src/wiring.ts';
import { attributes, mainOf, readBuiltPages, toText } from '../support/site/built-pages.ts';

const { situations, lists } = directory;
const htmlOf = new Map(readBuiltPages().map(({ path, html }) => [path, html]));
const pageOf = (path: string, locale: Locale) => htmlOf.get(localisePath(locale, path)) ?? '';
const helpPath = ({ slug }: Situation) => `/help/${slug}/`;
const cardsOf = (html: string) =>
  /<ol class="cards first-cards">[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
const linksOf = (html: string) => attributes(mainOf(html), 'a', 'href');

test('there are situations to have pages', () => {
  expect(situations.length).toBeGreaterThan(50);
});

describe.each(locales)('in %s', (locale) => {
  const t = createTranslator(locale);

  test('each situation has a page with its title and what to do first', () => {
    const wrong = situations.filter((situation) => {
      const html = pageOf(helpPath(situation), locale);
      const heading = /<h1>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '';
      const text = toText(mainOf(html));
      return (
        toText(heading) !== situation.title[locale] ||
        !text.includes(spaced(situation.lead[locale])) ||
        !text.includes(spaced(situation.haveReady?.[locale] ?? ''))
      );
    });

    expect(wrong.map(helpPath)).toEqual([]);
  });

  test('whom to ask first stands in the editor’s order, each with what it does about this', () => {
    const wrong = situations.filter((situation) => {
      const cards = cardsOf(pageOf(helpPath(situation), locale));
      const leadTo = attributes(cards, 'a', 'href').filter((href) =>
        /\/organisations\//.test(href),
      );
      const expected = situation.first.map(({ listing }) =>
        localisePath(locale, `/organisations/${listing}/`),
      );
      const text = toText(cards);
      return (
        leadTo.join() !== expected.join() ||
        situation.first.some(({ because }) => !text.includes(spaced(because[locale])))
      );
    });

    expect(wrong.map(helpPath)).toEqual([]);
  });

  test('listings that suit as well stand below, each once', () => {
    const wrong = situations.filter((situation) => {
      const links = linksOf(pageOf(helpPath(situation), locale));
      return situation.also.filter(isOpen).some((slug) => {
        const path = localisePath(locale, `/organisations/${slug}/`);
        return links.filter((href) => href === path).length !== 1;
      });
    });

    expect(wrong.map(helpPath)).toEqual([]);
    expect(situations.some(({ also }) => also.length > 0)).toBe(true);
  });

  test('one link begins a shortlist of them all, another asks for a prescriber about their needs', () => {
    const wrong = situations.filter((situation) => {
      const links = linksOf(pageOf(helpPath(situation), locale));
      const slugs = situation.first.map(({ listing }) => listing).join('.');
      const needs = situation.needs.map((need) => `need=${need}`).join('&');
      return (
        !links.includes(localisePath(locale, `/shortlist/?items=${slugs}&made=new`)) ||
        !links.includes(localisePath(locale, `/refer/?${needs}`))
      );
    });

    expect(wrong.map(helpPath)).toEqual([]);
  });

  test('the index leads to every situation once', () => {
    const links = linksOf(pageOf('/help/', locale)).filter((href) => /\/help\/./.test(href));
    const expected = situations.map((situation) => localisePath(locale, helpPath(situation)));

    expect(links.toSorted()).toEqual(expected.toSorted());
  });

  test('the home page leads to urgent situations only, at most twelve', () => {
    const urgent = situations
      .filter(({ urgency }) => urgency !== 'soon')
      .map((situation) => localisePath(locale, helpPath(situation)));
    const links = linksOf(pageOf('/', locale)).filter((href) => /\/help\/./.test(href));

    expect(links).toHaveLength(Math.min(12, urgent.length));
    expect(links.filter((href) => !urgent.includes(href))).toEqual([]);
  });

  test('a need’s page leads to its situations, and begins with its first listings', () => {
    const wrong = lists.needs.filter((need) => {
      const html = pageOf(`/needs/${need.slug}/`, locale);
      const leadTo = attributes(cardsOf(html), 'a', 'href').filter((href) =>
        /\/organisations\//.test(href),
      );
      const expected = need.first.map((slug) => localisePath(locale, `/organisations/${slug}/`));
      const links = linksOf(html);
      const about = situations.filter(({ needs }) => needs.includes(need.slug));
      return (
        leadTo.join() !== expected.join() ||
        about.some((situation) => !links.includes(localisePath(locale, helpPath(situation)))) ||
        !links.includes(localisePath(locale, `/search/?need=${need.slug}&sort=name`))
      );
    });

    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('that nobody has checked the details is said once above a list', () => {
    const urgent = situations.filter(({ urgency }) => urgency === 'now').map(helpPath);
    for (const path of ['/needs/food/', '/areas/bow/', ...urgent]) {
      const note = urgent.includes(path)
        ? t('listing:notCheckedUrgentList')
        : t('listing:notCheckedList');
      const said = toText(mainOf(pageOf(path, locale))).split(note).length - 1;
      expect(said, path).toBe(1);
    }
  });
});

test('a page that somebody at home must not see can be left at once, no other situation’s', () => {
  const canBeLeft = situations.filter((situation) =>
    pageOf(helpPath(situation), 'en').includes('id="leave-page"'),
  );

  expect(canBeLeft).toEqual(situations.filter((situation) => situation.private));
  expect(canBeLeft.length).toBeGreaterThan(0);
});

test('urgent numbers stand on the page of a crisis, and nowhere else', () => {
  const withNumbers = situations.filter((situation) =>
    pageOf(helpPath(situation), 'en').includes('id="urgent-help"'),
  );

  expect(withNumbers).toEqual(situations.filter((situation) => situation.crisis));
  expect(withNumbers.length).toBeGreaterThan(0);
});

test('every card leads to a way to get in touch, if there is one', () => {
  const dead = situations.flatMap((situation) => {
    const cards = cardsOf(pageOf(helpPath(situation), 'en'))
      .split('<li class="card">')
      .slice(1);
    return situation.first.filter(({ listing: slug }, index) => {
      const listing = directory.findListing(slug);
      if (!listing?.phone && !listing?.email && !listing?.website) return false;
      return !/href="(tel:|mailto:|https?:)/.test(cards[index] ?? '');
    });
  });

  expect(dead).toEqual([]);
});

function isOpen(slug: string): boolean {
  return directory.findListing(slug)?.status === 'open';
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
