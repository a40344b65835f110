import { defaultLocale, locales } from '../../i18n/locale.ts';
import { isStillEnglish } from '../../i18n/still-english.ts';
import type { ContentFile } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { readYaml } from './read-yaml.ts';
import { findTextFault } from './text-fault.ts';

/** What is wrong with content/pages/: each page in each language, with a title and a description above its text. */
export function findProseProblems(files: readonly ContentFile[]): ContentProblem[] {
  const pages = files.filter(({ path }) => path.startsWith('pages/'));
  const names = pages
    .filter(({ path }) => path.startsWith(`pages/${defaultLocale}/`))
    .map(({ path }) => path.slice(`pages/${defaultLocale}/`.length));
  const missing = names.flatMap((name) =>
    locales
      .map((locale) => `pages/${locale}/${name}`)
      .filter((path) => !pages.some((page) => page.path === path))
      .map((file) => ({
        file,
        message: `this page is missing. Every page is written in ${locales.join(', ')}.`,
      })),
  );
  return [...missing, ...pages.flatMap((page) => findPageProblems(page, names))];
}

/** Pages in other languages whose text seems to be English still. */
export function findUntranslatedProse(files: readonly ContentFile[]): ContentProblem[] {
  const textOf = (path: string) => {
    const text = files.find((file) => file.path === path)?.text;
    return text === undefined ? undefined : (FORM.exec(text)?.[2] ?? '').trim();
  };
  return files.flatMap(({ path: file }) => {
    const [, code = '', name = ''] = PAGE.exec(file) ?? [];
    const locale = locales.find((each) => each === code);
    const english = textOf(`pages/${defaultLocale}/${name}`);
    if (!locale || !isStillEnglish(locale, textOf(file) ?? '', english)) return [];
    return [{ file, message: 'this page is in English still. Translate it.' }];
  });
}

function findPageProblems(page: ContentFile, names: readonly string[]): ContentProblem[] {
  const file = page.path;
  const [, code = '', name = ''] = PAGE.exec(file) ?? [];
  const locale = locales.find((each) => each === code);
  if (!locale || !names.includes(name)) {
    const message = locale
      ? 'English has no page of this name, so nothing leads to this one. Take it out or give it its English name.'
      : `'${code}' is no language of the site (${locales.join(', ')}).`;
    return [{ file, message }];
  }
  const unfit = findTextFault(page.text);
  if (unfit) return [{ file, ...unfit }];
  const [whole = '', head, text = ''] = FORM.exec(page.text) ?? [];
  if (!whole || head === undefined) return [{ file, line: 1, message: HEAD }];
  const reading = readYaml({ path: file, text: head });
  if (!reading.ok) {
    return reading.problems.map((each) => ({ ...each, line: (each.line ?? 0) + 1 }));
  }
  const problems = ['title', 'description'].flatMap((field) =>
    hasText(reading.value, field) ? [] : [{ file, line: 1, field, message: HEAD }],
  );
  if (text.trim()) return problems;
  return [...problems, { file, message: 'this page has no text below its title.' }];
}

const PAGE = /^pages\/([^/]+)\/(.+)$/;
const FORM = /^\uFEFF?---\r?\n([\s\S]*?\r?\n)---\r?\n([\s\S]*)$/;
const HEAD =
  "a page begins with a line of three hyphens, 'title: …', 'description: …' and again three hyphens. Compare it with another page.";

function hasText(value: unknown, field: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const text: unknown = Reflect.get(value, field);
  return typeof text === 'string' && text.trim() !== '';
}
