import { fieldGroups } from './field-order.ts';
import { renderField } from './render-field.ts';

/** A new listing's file with these fields, as our files are written. What no listing has stands last, for the check to name. */
export function writeListing(fields: Readonly<Record<string, unknown>>): string {
  const known = fieldGroups.flat();
  const unknown = Object.keys(fields).filter((name) => !known.includes(name));
  const groups = [...fieldGroups, unknown].map((names) =>
    names
      .filter((name) => fields[name] !== undefined)
      .map((name) => renderField(name, fields[name], 0)),
  );
  return `${groups
    .filter((group) => group.length > 0)
    .map((group) => group.join('\n'))
    .join('\n\n')}\n`;
}
