import type { Need } from '../../directory/lists.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Translator } from '../../i18n/translator.ts';
import { mostSuggestions, type NeedLabels, type Suggestion } from './suggestions.ts';

/** What the page gives to the box, in its own language. */
export interface SuggestionWords {
  locale: Locale;
  needs: NeedLabels;
  /** Name of the list of suggestions. */
  list: string;
  kinds: Record<Suggestion['kind'], string>;
  /** What a screen reader hears, by number of suggestions, from none to the most there can be. */
  counts: string[];
}

/** For the page whose search form suggests; runs on the server only. */
export function toSuggestionWords(
  locale: Locale,
  t: Translator,
  needs: readonly Need[],
): SuggestionWords {
  return {
    locale,
    needs: Object.fromEntries(needs.map(({ slug, label }) => [slug, label[locale]])),
    list: t('search:suggestions'),
    kinds: {
      situation: t('search:suggestionSituation'),
      listing: t('search:suggestionListing'),
      need: t('search:suggestionNeed'),
    },
    counts: Array.from({ length: mostSuggestions + 1 }, (_, count) =>
      t('search:suggestionCount', { count }),
    ),
  };
}
