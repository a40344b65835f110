import { translatedLocales } from '../../i18n/locale.ts';
import { type CellForm, checksForm, listForm, sessionsForm, textForm } from './cell-forms.ts';

/** A column of a table of listings. */
export interface Column {
  /** Its heading: the field's name, 'trust.sources' for one within another. */
  heading: string;
  path: readonly string[];
  form: CellForm;
}

const lists = ['otherNames', 'needs', 'offers', 'audiences', 'languages', 'access'];
const fields = `
  name otherNames partOf kind status summary description needs offers audiences notFor languages cost access
  firstStep address postcode area areaServed hours sessions phone email website charityNumber contactsOf
  confidentialAddress editorsNote trust.sources trust.collected trust.confidence trust.checks`;

const translated = translatedLocales.flatMap((locale) =>
  ['summary', 'description', 'firstStep'].map((field) => `translations.${locale}.${field}`),
);

/** One for each field that a listing can have, in the order of the files. */
export const columns: readonly Column[] = [...fields.trim().split(/\s+/), ...translated].map(
  (heading) => ({ heading, path: heading.split('.'), form: formOf(heading) }),
);

function formOf(heading: string): CellForm {
  if (heading === 'sessions') return sessionsForm;
  if (heading === 'trust.checks') return checksForm;
  if (heading === 'trust.sources' || lists.includes(heading)) return listForm;
  if (heading === 'trust.collected') {
    return { ...textForm, read: (cell) => (/^\d+$/.test(cell) ? Number(cell) : cell) };
  }
  if (heading === 'confidentialAddress') {
    return { ...textForm, read: (cell) => readYesNo(cell.toLowerCase()) ?? cell };
  }
  return textForm;
}

function readYesNo(cell: string): boolean | undefined {
  if (['true', 'yes', '1'].includes(cell)) return true;
  return ['false', 'no', '0'].includes(cell) ? false : undefined;
}
