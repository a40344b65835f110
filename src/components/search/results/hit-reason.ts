import type { Translator } from '../../../i18n/translator.ts';
import type { SearchHit } from '../../../search/port.ts';

/**
 * Why a listing is among the results; undefined: it is plain, as nothing was asked or one need alone.
 * `needs`: all that were understood.
 */
export function hitReason(
  why: SearchHit['why'],
  t: Translator,
  needLabel: (slug: string) => string,
  needs: readonly string[],
): string | undefined {
  switch (why.by) {
    case 'name':
      return t('search:whyName');
    case 'need':
      return needs.length > 1 ? t('search:whyNeed', { need: needLabel(why.need) }) : undefined;
    case 'text':
      return t('search:whyText', { words: why.words.join(', ') });
    // Said by the block it stands in.
    case 'situation':
    case 'browse':
      return undefined;
  }
}
