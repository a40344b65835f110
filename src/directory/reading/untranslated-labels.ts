import { defaultLocale, findLanguage, translatedLocales } from '../../i18n/locale.ts';
import { isStillEnglish } from '../../i18n/still-english.ts';
import type { ContentFile } from './content-files.ts';
import { type ContentProblem, formatField } from './content-problem.ts';
import { readYaml } from './read-yaml.ts';

/** Words of lists, situations and the site, { en: …, bn: …, so: … }, that seem to be English in another language. */
export function findUntranslatedLabels(files: readonly ContentFile[]): ContentProblem[] {
  const labelled = files.filter(({ path }) => /^(lists|situations)\/|^site\.yaml$/.test(path));
  return labelled.flatMap((file) => {
    const reading = readYaml(file);
    if (!reading.ok) return [];
    return findIn(reading.value, []).map(({ field, message }) => ({
      file: file.path,
      line: reading.lineOf(field),
      field: formatField(field),
      message,
    }));
  });
}

function findIn(value: unknown, field: PropertyKey[]): { field: PropertyKey[]; message: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  const english: unknown = Reflect.get(value, defaultLocale);
  if (typeof english !== 'string') {
    return entries.flatMap(([name, each]) => findIn(each, [...field, name]));
  }
  return translatedLocales.flatMap((locale) => {
    const text: unknown = Reflect.get(value, locale);
    if (typeof text !== 'string' || !isStillEnglish(locale, text, english)) return [];
    const message = `found '${text}', which is in English. Write it in ${findLanguage(locale).name}.`;
    return [{ field: [...field, locale], message }];
  });
}
