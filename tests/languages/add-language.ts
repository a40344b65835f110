import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, parseDocument, visit } from 'yaml';
import { pluralForms } from '../../src/i18n/plural-forms.ts';
import { staffNamespaces } from '../../src/i18n/staff-namespaces.ts';

/** A language as a maintainer puts it into the list. */
export interface NewLanguage {
  code: string;
  name: string;
  direction: 'ltr' | 'rtl';
}

/**
 * Adds a language to a copy of the project as docs/another-language.md says: one entry in the list, and words.
 * The words are those of English, since no one who writes a test can be trusted to translate.
 */
export function addLanguage(project: string, language: NewLanguage): void {
  const at = (path: string) => join(project, path);
  addToList(at('src/i18n/locale.ts'), language);
  addWords(at('content/locales'), language.code);
  cpSync(at('content/pages/en'), at(`content/pages/${language.code}`), { recursive: true });
  cpSync(at('search-index/stopwords.en.txt'), at(`search-index/stopwords.${language.code}.txt`));
  for (const folder of ['content', 'search-index/crisis']) addLabels(at(folder), language.code);
}

function addToList(path: string, { code, name, direction }: NewLanguage): void {
  const end = '} as const satisfies Record<string, Language>;';
  const entry = `  ${code}: { name: '${name}', direction: '${direction}', numerals: 'latn', font: null, reviewed: false },\n`;
  const list = readFileSync(path, 'utf8');
  if (!list.includes(end)) throw new Error(`${path} does not end its list with "${end}".`);
  writeFileSync(path, list.replace(end, entry + end));
}

function addWords(folder: string, code: string): void {
  for (const locale of readdirSync(folder)) nameHandout(join(folder, locale, 'handout.json'), code);
  cpSync(join(folder, 'en'), join(folder, code), { recursive: true });
  for (const namespace of staffNamespaces) rmSync(join(folder, code, `${namespace}.json`));
  for (const file of readdirSync(join(folder, code))) {
    const path = join(folder, code, file);
    writeJson(path, inFormsOf(code, readJson(path)));
  }
}

// What a handout calls the choice of this language, in each language.
function nameHandout(path: string, code: string): void {
  const words = readJson(path);
  writeJson(path, { ...words, with: { ...Object(words.with), [code]: `English beside ${code}` } });
}

// English's plural for many stands for every form of the language.
function inFormsOf(code: string, words: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]): [string, unknown][] => {
      if (typeof value === 'object') return [[key, inFormsOf(code, Object(value))]];
      if (key.endsWith('_one')) return [];
      if (!key.endsWith('_other')) return [[key, value]];
      const stem = key.slice(0, -'_other'.length);
      const forms = pluralForms(code).filter(
        (form) => !(`${stem}_${form}` in words) || form !== 'zero',
      );
      return forms.map((form) => [`${stem}_${form}`, value]);
    }),
  );
}

// Every label: what has English and Somali, and no word of the new language yet.
function addLabels(folder: string, code: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of files.filter((name) => name.endsWith('.yaml'))) {
    const document = parseDocument(readFileSync(join(folder, path), 'utf8'));
    let isChanged = false;
    visit(document, {
      Map: (_key, map) => {
        if (!map.has('en') || !map.has('so') || map.has(code)) return;
        const english = map.get('en', true);
        map.set(code, isNode(english) ? english.clone() : english);
        isChanged = true;
      },
    });
    if (isChanged) writeFileSync(join(folder, path), document.toString({ lineWidth: 0 }));
  }
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
