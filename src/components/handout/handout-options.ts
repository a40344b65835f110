import { isLocale, type Locale } from '../../i18n/locale.ts';
import { type Shortlist, toShortlistQuery } from '../../shortlist/browser.ts';

/** What stands beside the English of a handout; `en`: nothing does. */
export interface HandoutOptions {
  beside: Locale;
  isLarge: boolean;
}

/** On a Bengali or Somali page the handout is in that language beside English unless `with=en` is asked. */
export function parseHandoutOptions(params: URLSearchParams, locale: Locale): HandoutOptions {
  const asked = params.get('with');
  const beside = isLocale(asked) ? asked : locale;
  return { beside, isLarge: params.get('size') === 'large' };
}

/** '?items=…&made=…&with=bn&size=large': both options always said, so that they outlive a change of language. */
export function toHandoutQuery(shortlist: Shortlist, { beside, isLarge }: HandoutOptions): string {
  const items = toShortlistQuery(shortlist);
  return `${items}${items === '' ? '?' : '&'}with=${beside}&size=${isLarge ? 'large' : 'normal'}`;
}
