import { findLanguage, translatedLocales } from '../../i18n/locale.ts';
import { isStillEnglish } from '../../i18n/still-english.ts';
import type { ListingDraft, ListingFinding } from './listing-draft.ts';
import { findPersonalDetails } from './personal-details.ts';
import { findPhoneFault } from './phone-form.ts';
import { findPlaceholder } from './placeholders.ts';

/** Placeholders, numbers that cannot be rung and people's details in the texts of a listing; English as a translation. */
export function validateTexts(draft: ListingDraft): ListingFinding[] {
  const texts = textsOf(draft);
  return [
    ...texts.flatMap(({ field, text }) => {
      const message =
        findPlaceholder(text) ?? findUnsureHours(text, field) ?? findShortNumber(text);
      return message ? [{ field, message }] : [];
    }),
    ...[...texts, ...notesOf(draft)].flatMap(({ field, text }) =>
      findPersonalDetails(text, draft).map((finding) => ({ field, ...finding })),
    ),
    ...findEnglish(draft),
  ];
}

interface Text {
  field: PropertyKey[];
  text: string;
}

const fields = [
  'name',
  'summary',
  'description',
  'notFor',
  'firstStep',
  'address',
  'areaServed',
  'hours',
  'phoneNote',
] as const;

function textsOf(draft: ListingDraft): Text[] {
  return [
    ...fields.flatMap((field) => toTexts([field], draft[field])),
    ...(draft.otherNames ?? []).flatMap((name, index) => toTexts(['otherNames', index], name)),
    ...(draft.sessions ?? []).flatMap((each, index) => [
      ...toTexts(['sessions', index, 'what'], each.what),
      ...toTexts(['sessions', index, 'where'], each.where),
    ]),
    ...translatedLocales.flatMap((locale) =>
      Object.entries(draft.translations?.[locale] ?? {}).flatMap(([name, text]) =>
        toTexts(['translations', locale, name], text),
      ),
    ),
  ];
}

function notesOf({ editorsNote }: ListingDraft): Text[] {
  return toTexts(['editorsNote'], editorsNote);
}

function toTexts(field: PropertyKey[], text: string | undefined): Text[] {
  return text === undefined ? [] : [{ field, text }];
}

function findUnsureHours(text: string, field: PropertyKey[]): string | undefined {
  if (field[0] !== 'hours' || !text.includes('?')) return undefined;
  return `found '${text}' with a question mark. If the times are not sure, leave the field out.`;
}

// Spaces part a number, and may part it from the next figure: "020 7008 1500 24 hours".
function findShortNumber(text: string): string | undefined {
  for (const [number] of text.matchAll(/(?<![\d£.,:-])(?:\+44 ?\d|0\d\d)(?: ?\d){5,}/g)) {
    const pieces = number.split(' ');
    const faults = pieces.map((_, at) => findPhoneFault(pieces.slice(0, at + 1).join(' ')));
    if (faults.every(Boolean)) return faults.at(-1);
  }
  return undefined;
}

function findEnglish(draft: ListingDraft): ListingFinding[] {
  return translatedLocales.flatMap((locale) =>
    Object.entries(draft.translations?.[locale] ?? {}).flatMap(([name, text]) => {
      const english = draft[name as 'summary' | 'description' | 'firstStep'];
      if (text === undefined || !isStillEnglish(locale, text, english)) return [];
      const message = `this is English, and would be read as ${findLanguage(locale).name}. Translate it, or take it out: the page then shows the English text and says so.`;
      return [{ field: ['translations', locale, name], message }];
    }),
  );
}
