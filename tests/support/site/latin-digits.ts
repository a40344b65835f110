import type { Directory } from '../../../src/directory/directory.ts';
import { findSeenTexts } from './seen-texts.ts';

/**
 * Finds Latin digits in the Bengali sentences of a page. They belong in what has one form everywhere:
 * - what is marked as English or another language (`lang`);
 * - numbers to ring or text, in full or short, and the key to press then;
 * - postcodes and districts, references, charity numbers;
 * - addresses of the web, of mail and of streets;
 * - names: of listings and practices, and the few in `names`.
 */
export function createLatinDigitFinder(
  { listings, practices, site }: Pick<Directory, 'listings' | 'practices' | 'site'>,
  origin: string,
) {
  const phones = [
    ...listings.map(({ phone }) => phone),
    ...practices.map(({ phone }) => phone),
    ...site.crisisLines.flatMap(({ phone, text }) => [phone, text?.to]),
    ...shortNumbers,
  ];
  const given = [
    origin,
    origin.replace(/^https?:\/\//, ''),
    ...listings.flatMap(({ name, otherNames }) => [name, ...otherNames]),
    ...practices.flatMap(({ name, otherNames, address }) => [name, ...otherNames, address]),
    ...phones,
    ...names,
  ].flatMap((each) => (each && /\d/.test(each) ? [each] : []));
  // The longer first: one may hold another.
  const known = new RegExp(
    given
      .toSorted((a, b) => b.length - a.length)
      .map((each) => `(?<!\\d)${RegExp.escape(each)}(?!\\d)`)
      .join('|'),
    'g',
  );
  return (html: string): string[] =>
    findSeenTexts(html)
      .filter(({ lang }) => lang === 'bn')
      .filter(({ text }) =>
        /\d/.test([known, ...forms].reduce((rest, form) => rest.replace(form, ''), text)),
      )
      .map(({ text }) => text);
}

// Of police, and of FRANK for texts.
const shortNumbers = ['999', '111', '101', '82111'];
const names = [
  'Web Content Accessibility Guidelines 2.2',
  'Open Government Licence v3.0',
  'SIL Open Font License 1.1',
  '59 Mile End Road',
];
const forms = [
  // A reference, before its parts are taken for districts.
  /\bSP-[A-Z\d]{4}-[A-Z\d]{4}\b/g,
  // A number to ring: ten or eleven digits from 0.
  /(?<!\d)0\d(?: ?\d){8,9}(?!\d)/g,
  // The key to press.
  /(?<!\d)\d(?= বেছে নিন)/g,
  // Web and mail.
  /(?:https?:\/\/)?[\w.@-]+\.[a-z]{2,}(?:\/\S*)?/gi,
  // The rest of an address of this site, whose beginning is known.
  /(?<=^|\s)\/\S*/g,
  /\b[A-Z]{1,2}\d[A-Z\d]?(?: \d[A-Z]{2})?\b/g,
  /(?<=চ্যারিটি নম্বর )\S+/g,
];
