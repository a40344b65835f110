import { noAnswers, type TypedAnswers } from './form-model.ts';

/** What a form holds of our fields; what it lacks is empty. */
export function readTypedAnswers(form: FormData): TypedAnswers {
  const first = (name: string) => form.getAll(name).find(isText) ?? '';
  const all = (name: string) => [...new Set(form.getAll(name).filter(isText))];
  return Object.fromEntries(
    Object.entries(noAnswers).map(([name, empty]) => [
      name,
      Array.isArray(empty) ? all(name) : first(name),
    ]),
  ) as unknown as TypedAnswers;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
