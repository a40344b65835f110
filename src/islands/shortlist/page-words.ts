import type { Translator } from '../../i18n/translator.ts';

/** What every page must be able to say of the shortlist; '{{…}}' is filled in on the page. */
export interface ShortlistWords {
  add: string;
  isOn: string;
  nav: string;
  /** '{{count}}' */
  navCount: string;
  /** '{{name}}', '{{count}}' */
  added: string;
  removed: string;
  isFull: string;
  /** Of navigator mode. */
  bar: {
    name: string;
    /** '{{name}}', '{{count}}' */
    list: string;
    /** '{{number}}' */
    unnamed: string;
    clear: string;
    /** '{{time}}' */
    left: string;
    keep: string;
  };
}

export function toShortlistWords(t: Translator): ShortlistWords {
  return {
    add: t('shortlist:add'),
    isOn: t('shortlist:isOn'),
    nav: t('shortlist:nav'),
    navCount: t('navigator:navCount'),
    added: t('navigator:added'),
    removed: t('navigator:removed'),
    isFull: t('shortlist:isFull'),
    bar: {
      name: t('navigator:title'),
      list: t('navigator:barList'),
      unnamed: t('navigator:unnamed'),
      clear: t('navigator:clear'),
      left: t('navigator:left'),
      keep: t('navigator:keep'),
    },
  };
}
