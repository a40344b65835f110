import type { z } from 'zod';
import { formatDay } from '../../i18n/dates.ts';
import { describeUnknown, findNearest } from '../nearest.ts';
import { mendDate } from '../validation/mend-date.ts';
import { fieldsAt } from '../validation/schema-fields.ts';

/** A field, and what an editor should know about it. */
export interface Finding {
  field: PropertyKey[];
  message: string;
}

/**
 * Says in an editor's words what a schema did not accept in `value`, one finding a field. `writtenAt`:
 * a value as it stands in the file.
 */
export function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  schema: z.core.$ZodType,
  value: unknown,
  writtenAt: (field: PropertyKey[]) => string | undefined = () => undefined,
): Finding[] {
  // A text where a list is needed has too many letters as well.
  const isFirst = ({ code, path }: z.core.$ZodIssue, index: number) =>
    code === 'unrecognized_keys' ||
    issues.findIndex((other) => other.path.join() === path.join()) === index;
  return issues.filter(isFirst).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, issue.path);
      return issue.keys.map((key) => ({
        field: [...issue.path, key],
        message: describeUnknownField(key, known),
      }));
    }
    const field = [...issue.path];
    const found = valueAt(value, field);
    return [{ field, message: describeIssue(issue, found, writtenAt(field)) }];
  });
}

function describeUnknownField(key: string, known: readonly string[]): string {
  const nearest = findNearest(key, known);
  const guess = nearest ? ` Did you mean '${nearest}'?` : ` Fields here: ${known.join(', ')}.`;
  return `there is no field of this name.${guess}`;
}

function describeIssue(
  issue: z.core.$ZodIssue,
  found: unknown,
  written: string | undefined,
): string {
  if (issue.code === 'invalid_key') {
    return "a name here is small letters, digits and hyphens, such as 'network-1'.";
  }
  if (found === undefined) return 'this field is missing. Every file of this kind needs it.';
  if (found === null)
    return 'this field is empty. Fill it in or delete the line. A text that begins with # goes between quotation marks.';
  if (typeof found === 'string' && !found.trim())
    return 'this text is empty. Fill it in or delete the line.';
  switch (issue.code) {
    case 'invalid_type':
      return describeWrongType(issue.expected, found, written);
    case 'invalid_value':
      return describeUnknown(String(found), issue.values.map(String));
    case 'too_big':
      return describeTooBig(Number(issue.maximum), found);
    case 'too_small':
      return Array.isArray(found)
        ? 'this list is empty. Give at least one entry.'
        : `found ${String(found)}; the lowest allowed is ${issue.minimum}.`;
    case 'invalid_format':
      return describeFormat(issue.format, String(issue.path.at(-1)), String(found));
    default:
      return `found '${String(found)}': ${issue.message}`;
  }
}

function describeWrongType(expected: string, found: unknown, written = String(found)): string {
  switch (expected) {
    case 'string':
      return typeof found === 'object'
        ? 'found several lines or entries; one text is allowed here. If the text holds a colon or brackets, put it in quotation marks.'
        : `found ${written} without quotation marks, which is not read as text. Write "${written}".`;
    case 'array':
      if (typeof found === 'object')
        return 'found fields; a list is allowed here, a line each with - in front.';
      if (/^-\S/.test(written))
        return `found '${written}'; an entry begins with a hyphen and a space after the hyphen: "- ${written.slice(1)}".`;
      return `found '${written}'; a list is allowed here. Write [${written.replace(/^\[|\]$/g, '')}].`;
    case 'boolean':
      return `found '${String(found)}'; allowed: true, false.`;
    case 'int':
    case 'number':
      return `found '${String(found)}'; a whole number is allowed here, without quotation marks.`;
    default:
      return `found '${String(found)}'; fields of its own are expected here, each on a line below, two spaces in.`;
  }
}

function describeTooBig(maximum: number, found: unknown): string {
  if (typeof found === 'number') return `found ${found}; the highest allowed is ${maximum}.`;
  if (Array.isArray(found)) {
    return `has ${found.length} entries; at most ${maximum} are allowed. Keep those that matter most.`;
  }
  const { length } = String(found).trim();
  return `has ${length} letters; at most ${maximum} are allowed. Shorten it by ${length - maximum}.`;
}

function describeFormat(format: string, field: string, found: string): string {
  if (format === 'email') return `found '${found}', which is not an e-mail address.`;
  if (format === 'url') {
    return `found '${found}'; a website begins with https:// (or http://), such as https://www.example.org.`;
  }
  if (format === 'date') {
    return describeDate(found);
  }
  if (field === 'opens' || field === 'closes') {
    return `found '${found}'; a time is hours and minutes of the 24-hour clock, such as "09:30".`;
  }
  if (field === 'odsCode') return `found '${found}'; an ODS code is a letter and 5 digits: F84012.`;
  if (field === 'dial') return `found '${found}'; digits only, in quotation marks.`;
  return `found '${found}'; small letters, digits and hyphens are allowed, such as 'bethnal-green'.`;
}

function describeDate(found: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(found) && !mendDate(found)) {
    return `found '${found}'; a date is year-month-day, and there is no such day.`;
  }
  const date = mendDate(found);
  return date
    ? `found '${found}'; a date is year-month-day. Write "${date}", if that is ${formatDay(date, 'en')}.`
    : `found '${found}'; a date is year-month-day, such as "2026-03-31".`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}
