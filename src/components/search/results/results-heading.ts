import type { Translator } from '../../../i18n/translator.ts';
import type { SearchRequest } from '../../../search/port.ts';
import type { ResultsView } from '../../../search/results/results-view.ts';

/** What the page of results is called: how many were found, for which words. `words`: short enough to show. */
export function resultsHeading(
  t: Translator,
  {
    outcome,
    words,
    total,
    page,
  }: Pick<ResultsView, 'outcome'> & Pick<SearchRequest, 'page'> & { words: string; total: number },
): string {
  switch (outcome) {
    case 'start':
      return t('search:headingStart');
    case 'none':
      return words ? t('search:headingNoneFor', { words }) : t('search:headingNone');
    case 'found':
      return words
        ? t('search:headingFor', { words, count: total })
        : t('search:heading', { count: total });
    case 'no-such-page':
      return t('search:noSuchPage', { page });
  }
}
