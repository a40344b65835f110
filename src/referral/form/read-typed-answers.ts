import { formSteps, listFields, type TypedAnswers } from './form-model.ts';

/** What a form holds of our fields; what it lacks is empty. */
export function readTypedAnswers(form: FormData): TypedAnswers {
  const isList = (name: string) => listFields.some((field) => field === name);
  const read = (name: string) => {
    const texts = form.getAll(name).filter(isText);
    return isList(name) ? [...new Set(texts)] : (texts[0] ?? '');
  };
  // By the steps: noAnswers would send the browser the names of all fields once more.
  const fields = formSteps.flatMap((step): readonly string[] => step.fields);
  return Object.fromEntries(fields.map((name) => [name, read(name)])) as unknown as TypedAnswers;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
