import type { Need } from '../../directory/lists.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { Props } from './SearchBox.tsx';
import { mostSuggestions } from './suggestions.ts';

/** For the page that places the box; runs on the server only. */
export function toSearchBoxProps(
  locale: Locale,
  t: Translator,
  needs: readonly Need[],
  box: Pick<Props, 'id' | 'value' | 'describedBy'>,
): Props {
  const counts = Array.from({ length: mostSuggestions + 1 }, (_, count) =>
    t('search:suggestionCount', { count }),
  );
  return {
    ...box,
    locale,
    needs: Object.fromEntries(needs.map(({ slug, label }) => [slug, label[locale]])),
    words: {
      list: t('search:suggestions'),
      kinds: { need: t('search:suggestionNeed'), listing: t('search:suggestionListing') },
      counts,
    },
  };
}
