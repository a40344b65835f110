import Papa from 'papaparse';
import type { ExportedListing } from '../export-listings.ts';
import { columns } from './columns.ts';
import { toSafeCell } from './safe-cell.ts';

// Without it Excel takes UTF-8 for Windows-1252.
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Listings as a CSV file (RFC 4180) that Excel and others open: a row each, a column for each field, no cell
 * that would be read as a formula.
 */
export function formatTable(listings: readonly ExportedListing[]): string {
  const rows = listings.map(({ slug, fields }) => [
    slug,
    ...columns.map(({ path, form }) => {
      const value = valueAt(fields, path);
      return value === undefined || value === null ? '' : toSafeCell(form.write(value));
    }),
  ]);
  const headings = ['slug', ...columns.map(({ heading }) => heading)];
  return `${BYTE_ORDER_MARK}${Papa.unparse([headings, ...rows], { newline: '\r\n' })}\r\n`;
}

function valueAt(fields: unknown, path: readonly string[]): unknown {
  let value = fields;
  for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name];
  return value;
}
