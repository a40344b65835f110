import { isMap, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { listingSchema } from '../listing.ts';
import { editFields } from './edit-fields.ts';
import { isSame } from './is-same.ts';
import { isFields } from './render-field.ts';

type Fields = z.input<typeof listingSchema>;

/**
 * What to change in a listing: the new value of each field, undefined to take a field out. A field that is not
 * named stays. Of `trust` and `translations` too only what is named changes: `{ trust: { checks } }`.
 */
export type ListingChanges = {
  readonly [Field in keyof Fields]?: Changed<Fields[Field]> | undefined;
};

type Changed<Value> =
  NonNullable<Value> extends readonly unknown[] | string
    ? Value
    : { readonly [Name in keyof Value]?: Value[Name] | undefined } | Value;

/**
 * The text of a listing's file with `changes` in it. Comments, order, blank lines, quotation marks and line breaks
 * of all that does not change stay as they are; if nothing changes, so does every byte. Throws if `text` is not a
 * YAML file of fields that can be read: whoever asks has read it before.
 */
export function changeListing(text: string, changes: ListingChanges): string {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const ends = text.includes('\r\n') ? '\r\n' : '\n';
  const plain = text.slice(mark.length).replaceAll('\r\n', '\n');
  const { fields, map } = read(plain);
  const wanted = merge(fields, changes);
  if (isSame(fields, wanted)) return text;
  const changed = withoutGaps(editFields(plain, map, fields, wanted), plain);
  if (!isSame(read(changed).fields, wanted)) {
    throw new Error('A change of a listing could not be written so that it reads as it was meant.');
  }
  return mark + changed.replaceAll('\n', ends);
}

const BYTE_ORDER_MARK = '\uFEFF';

function read(text: string) {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  const map = document.contents;
  const fields: unknown = error ? undefined : document.toJS();
  if (!isMap(map) || !isFields(fields)) {
    throw new Error(
      `A listing's file cannot be read, so it cannot be changed: ${error?.message ?? 'it has no fields'}`,
    );
  }
  return { fields, map };
}

// Where all fields of a group are taken out, the blank lines around it stand below each other.
function withoutGaps(changed: string, before: string): string {
  const joined = before.includes('\n\n\n') ? changed : changed.replace(/\n{3,}/g, '\n\n');
  return before.endsWith('\n\n') ? joined : joined.replace(/\n+$/, '\n');
}

type Values = Readonly<Record<string, unknown>>;

/** `changes` over `fields`, field within field; what is undefined there is left out. */
function merge(fields: Values, changes: Values): Values {
  const merged: Record<string, unknown> = { ...fields };
  for (const [name, value] of Object.entries(changes)) {
    const before = fields[name];
    if (value === undefined) delete merged[name];
    else merged[name] = isFields(before) && isFields(value) ? merge(before, value) : tidy(value);
  }
  return merged;
}

function tidy(value: unknown): unknown {
  return isFields(value) ? merge({}, value) : value;
}
