import type { Reading } from './listing-record.ts';
import { readServices } from './open-referral/read-services.ts';
import type { Terms } from './open-referral/terms.ts';
import { readOwnJson } from './read-own-json.ts';
import { readTable } from './tables/read-table.ts';
import { decodeText } from './texts/decode-text.ts';

/** How a file is read: `terms` translate those of a feed into ours, `from` names the feed. */
export interface ReadingOptions {
  from: string;
  terms: Terms;
}

/** The listings in a file of whatever form: a table, our own JSON, or services as Open Referral UK has them. */
export function readSource(bytes: Uint8Array, options: ReadingOptions): Reading {
  const { text, encoding } = decodeText(bytes);
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.includes('\0')) {
    const problem =
      'this is not a text file. Save the table as CSV ("CSV UTF-8"), not as a workbook.';
    return { ok: false, problem };
  }
  const reading = /^\s*[[{]/.test(plain) ? readJson(plain, options) : readTable(plain);
  if (!reading.ok || encoding === 'UTF-8') return reading;
  return {
    ...reading,
    notes: [`the file is saved as ${encoding}, and was read as such.`, ...reading.notes],
  };
}

function readJson(text: string, options: ReadingOptions): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return { ok: false, problem: `this JSON cannot be read: ${reason}. Was it saved whole?` };
  }
  const services = findServices(value);
  return services ? readServices(services, options) : readOwnJson(value);
}

/** Whether an address answers as a feed of Open Referral UK does: with a page of services, or with its version. */
export function isFeed(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const isRoot = typeof value === 'object' && value !== null && 'openapi_url' in value;
    return isRoot || (!Array.isArray(value) && findServices(value) !== undefined);
  } catch {
    return false;
  }
}

/** The services of a page as Open Referral UK 1.0 (`content`) or 3.0 (`contents`) has them, of a plain list of them, or one alone. */
function findServices(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value.some(isService) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const name of ['contents', 'content', 'services', 'data']) {
    const list = (value as Record<string, unknown>)[name];
    if (Array.isArray(list)) return list;
  }
  return isService(value) ? [value] : undefined;
}

function isService(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && !('slug' in value) && !('needs' in value);
}
