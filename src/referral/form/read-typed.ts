import { nothingTyped, type Typed } from './form-model.ts';

/** What a form holds of our fields; what it lacks is empty. */
export function readTyped(form: FormData): Typed {
  const first = (name: string) => form.getAll(name).find(isText) ?? '';
  const all = (name: string) => [...new Set(form.getAll(name).filter(isText))];
  return Object.fromEntries(
    Object.entries(nothingTyped).map(([name, empty]) => [
      name,
      Array.isArray(empty) ? all(name) : first(name),
    ]),
  ) as unknown as Typed;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
