import Papa from 'papaparse';
import { findNearest } from '../../directory/nearest.ts';
import type { ListingRecord, Reading } from '../listing-record.ts';
import { type Column, columns } from './columns.ts';
import { fromSafeCell } from './safe-cell.ts';

/** In a cell: the listing should no longer have this field. An empty cell says nothing of it. */
const TAKE_OUT = '(remove)';

/**
 * The rows of a table of listings, as spreadsheets save it: parted by commas, semicolons or tabs, with any line
 * ends. The first row names the fields, as formatTable writes them; `asOf` may be among them.
 */
export function readTable(text: string): Reading {
  const [declared, separator] = /^sep=(.)\r?\n/.exec(text) ?? [''];
  const rest = text.slice(declared?.length);
  const parsed = Papa.parse<string[]>(rest, { delimiter: separator ?? findSeparator(rest) });
  const quotes = parsed.errors.find(({ type }) => type === 'Quotes');
  if (quotes) {
    const problem = `row ${(quotes.row ?? 0) + 1}: a quotation mark is missing or one too many, so that it is not clear where a cell ends. Save the table again from the spreadsheet.`;
    return { ok: false, problem };
  }
  const [first = [], ...rows] = parsed.data;
  const names = readHeadings(first);
  if (!names.ok) return names;
  const records = rows.flatMap((cells, index) => {
    if (cells.every((cell) => !cell.trim())) return [];
    return [readRow(cells, names.found, `row ${index + 2}`)];
  });
  return { ok: true, records, notes: names.notes };
}

// The one with which most of the first row are names of fields: in small tables no other sign is sure.
function findSeparator(text: string): string {
  const counts = [',', ';', '\t'].map((delimiter) => {
    const [cells = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    const known = cells.filter((cell) => findHeading(cell) !== undefined);
    return { delimiter, known: known.length };
  });
  return counts.toSorted((a, b) => b.known - a.known)[0]?.delimiter ?? ',';
}

const headings = ['slug', 'asOf', ...columns.map(({ heading }) => heading)];

function findHeading(cell: string): string | undefined {
  return headings.find((each) => each.toLowerCase() === cell.trim().toLowerCase());
}

type Heading = Column | 'slug' | 'asOf' | undefined;
type Headings = { ok: true; found: Heading[]; notes: string[] } | { ok: false; problem: string };

function readHeadings(cells: readonly string[]): Headings {
  const wanted = cells.map(findHeading);
  if (!wanted.some((name) => name === 'slug' || name === 'name')) {
    const problem = `the first row has to name the fields, slug or name among them; found ${cells.slice(0, 6).join(', ') || 'nothing'}. Begin with the template.`;
    return { ok: false, problem };
  }
  const twice = wanted.find((name, place) => name && wanted.indexOf(name) !== place);
  if (twice) return { ok: false, problem: `two columns are called ${twice}. Take one out.` };
  const notes = cells.flatMap((cell, place) => {
    if (wanted[place] || !cell.trim()) return [];
    const nearest = findNearest(cell.trim(), headings);
    return [
      `column ${place + 1}, '${cell.trim()}': no field has this name, so it is left out.${nearest ? ` Did you mean '${nearest}'?` : ''}`,
    ];
  });
  const found = wanted.map((name) =>
    name === 'slug' || name === 'asOf' ? name : columns.find(({ heading }) => heading === name),
  );
  return { ok: true, found, notes };
}

function readRow(
  cells: readonly string[],
  names: readonly Heading[],
  where: string,
): ListingRecord {
  const fields: Record<string, unknown> = {};
  const taken: string[] = [];
  let slug: string | undefined;
  let asOf: string | undefined;
  for (const [place, cell] of cells.entries()) {
    const heading = names[place];
    const text = fromSafeCell(cell.trim()).trim();
    if (!heading || !text) continue;
    if (heading === 'slug') slug = text;
    else if (heading === 'asOf') asOf = text;
    else if (text.toLowerCase() === TAKE_OUT) taken.push(heading.heading);
    else setAt(fields, heading.path, heading.form.read(text));
  }
  const extra = cells.slice(names.length).some((cell) => cell.trim());
  const refusal = extra
    ? 'this row has more cells than the first has fields, so that one may stand under the wrong heading.'
    : undefined;
  return { where, slug, fields, taken, asOf, notes: [], refusal, isOurs: true };
}

function setAt(fields: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    fields[name] = value;
    return;
  }
  const inner = (fields[name] ?? {}) as Record<string, unknown>;
  fields[name] = inner;
  setAt(inner, rest, value);
}
