import type { z } from 'zod';
import { placeOf } from '../../directory/editing/field-order.ts';
import { listingSchema } from '../../directory/listing.ts';
import {
  type CellForm,
  checksForm,
  entriesForm,
  listForm,
  sessionsForm,
  textForm,
} from './cell-forms.ts';

/** A column of a table of listings. */
export interface Column {
  /** Its heading: the field's name, 'trust.sources' for one within another. */
  heading: string;
  path: readonly string[];
  form: CellForm;
}

/** One for each field that a listing can have, in the order of the files. */
export const columns: readonly Column[] = toColumns(listingSchema, []);

function toColumns(schema: z.core.$ZodType, path: readonly string[]): Column[] {
  const inner = withoutDefault(schema);
  if (inner.def.type !== 'object') {
    return [{ heading: path.join('.'), path, form: formOf(path.join('.'), inner) }];
  }
  return Object.entries(inner.def.shape)
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([name, field]) => toColumns(field, [...path, name]));
}

type Known = z.core.$ZodTypes['_zod'];

function withoutDefault(schema: z.core.$ZodType): Known {
  const known = (schema as z.core.$ZodTypes)._zod;
  const { def } = known;
  return def.type === 'optional' || def.type === 'default' ? withoutDefault(def.innerType) : known;
}

function formOf(heading: string, schema: Known): CellForm {
  if (heading === 'sessions') return sessionsForm;
  if (heading === 'trust.checks') return checksForm;
  switch (schema.def.type) {
    case 'array':
      return withoutDefault(schema.def.element).def.type === 'object' ? entriesForm : listForm;
    case 'number':
      return { ...textForm, read: (cell) => (/^\d+$/.test(cell) ? Number(cell) : cell) };
    case 'boolean':
      return { ...textForm, read: (cell) => readYesNo(cell.toLowerCase()) ?? cell };
    default:
      return textForm;
  }
}

function readYesNo(cell: string): boolean | undefined {
  if (['true', 'yes', '1'].includes(cell)) return true;
  return ['false', 'no', '0'].includes(cell) ? false : undefined;
}
