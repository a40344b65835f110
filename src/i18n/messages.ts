import { defaultLocale, type Locale, locales } from './locale.ts';
import { messages as english } from './messages-en.ts';
import { staffNamespaces } from './staff-namespaces.ts';

/** The words of one language: by file of content/locales/<code>/, then by key. */
export type Messages = Record<string, object>;
type Namespace = keyof typeof english;
const staffs: readonly Namespace[] = staffNamespaces;

/** The files of each language. */
export const namespaces = Object.keys(english) as Namespace[];

/** The words of every language of the list, as its files have them. */
export const messages: ReadonlyMap<Locale, Messages> = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await load(locale)] as const)),
);

async function load(locale: Locale): Promise<Messages> {
  if (locale === defaultLocale) return english;
  const translated = namespaces.filter((namespace) => !staffs.includes(namespace));
  const files = await Promise.all(
    translated.map(async (namespace) => [namespace, await loadFile(locale, namespace)] as const),
  );
  return Object.fromEntries(files);
}

// By a path put together, so that a new language needs no line here: Node reads the file, and Vite packs
// every file that the path may mean.
async function loadFile(locale: Locale, namespace: Namespace): Promise<object> {
  const file = await import(`../../content/locales/${locale}/${namespace}.json`, {
    with: { type: 'json' },
  });
  return file.default;
}
