import type { Translator } from '../../i18n/translator.ts';
import type { SearchHit } from '../../search/port.ts';

/** Why a listing is among the results; undefined: nothing was asked, so nothing needs a reason. */
export function hitReason(
  why: SearchHit['why'],
  t: Translator,
  needLabel: (slug: string) => string,
): string | undefined {
  switch (why.by) {
    case 'name':
      return t('search:whyName');
    case 'need':
      return t('search:whyNeed', { need: needLabel(why.need) });
    case 'text':
      return t('search:whyText', { words: why.words.join(', ') });
    // Said by the block it stands in.
    case 'situation':
    case 'browse':
      return undefined;
  }
}
