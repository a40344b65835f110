import { createInstance, type TFunction } from 'i18next';
import { fill, type Values } from './fill.ts';
import { defaultLocale, type Locale } from './locale.ts';
import { messages, namespaces } from './messages.ts';
import { numberFormatOf } from './numbers.ts';
import { type PluralForms, pluralForms } from './plural-forms.ts';

export type Translator = TFunction<typeof namespaces>;

/**
 * 'they': what is asked is about somebody else than the reader. A key that has other words for it has them
 * beside it, with `_they` at its end; all other keys are the same.
 */
export type Context = 'they';

const i18n = createInstance();
// Resources are given whole, so initialisation finishes within this call.
void i18n.init({
  resources: Object.fromEntries(messages),
  fallbackLng: defaultLocale,
  ns: namespaces,
  defaultNS: 'site',
});

/**
 * `t('listing:howToStart')`: the words for a key of content/locales/<locale>/<namespace>.json, values
 * filled in, plural chosen by `count`. Always name the namespace. A key missing in another
 * language falls back to English (npm run content:check does not let one through).
 */
export function createTranslator(locale: Locale, context?: Context): Translator {
  const name = `${locale} ${context}`;
  const translator =
    translators.get(name) ?? remembering(locale, i18n.getFixedT(locale, namespaces), context);
  translators.set(name, translator);
  return translator;
}

/** The words of a key in each plural form of a language, for an island to choose from (choosePlural). */
export function findPluralForms(locale: Locale, key: string): PluralForms {
  const [namespace = '', path = ''] = key.split(':');
  const forms: PluralForms = {};
  for (const form of pluralForms(locale)) {
    const words: unknown = i18n.getResource(locale, namespace, `${path}_${form}`);
    if (typeof words === 'string') forms[form] = words;
  }
  return forms;
}

const translators = new Map<string, Translator>();

// i18next works each key out anew, in some 20 microseconds, and a page of results asks for a hundred. It
// chooses the words, once for a key and plural form; what is filled in, which may be a visitor's, is not
// kept.
function remembering(locale: Locale, translate: Translator, context?: Context): Translator {
  const work = translate as unknown as (key: string, options: object) => string;
  const plurals = new Intl.PluralRules(locale);
  const numbers = numberFormatOf(locale);
  const chosen = new Map<string, string>();
  const remembered = (key: string, values: Values = {}) => {
    const { count } = values;
    // None has words of its own where a key ends in _zero, whatever the plural form of 0.
    const plural = typeof count === 'number' && (count === 0 ? 'zero' : plurals.select(count));
    const form = plural ? `${key} ${plural}` : key;
    const words = chosen.get(form) ?? work(key, { count, context, skipInterpolation: true });
    chosen.set(form, words);
    return fill(words, values, numbers);
  };
  return remembered as unknown as Translator;
}
