import type { Practice } from '../../../directory/lists.ts';
import type { Translator } from '../../../i18n/translator.ts';
import {
  byName,
  type FoundPractice,
  type PracticeSearch,
} from '../../../referral/practices/find-practices.ts';
import { MOST_SHOWN } from '../../../referral/practices/match-practice.ts';

/** Practices to choose from: a few in sight, and all others in a folded list, so that nobody's is missing. */
export interface PracticeChoices {
  /** What was typed to find one; may be empty. */
  searched: string;
  finding: PracticeSearch['kind'];
  /** Distances are known, from the postcode that was typed. */
  hasDistances: boolean;
  /** How many fit, in sight or not. */
  fits: number;
  /** The one that is chosen, if it is none of those that fit; then the few that fit best. */
  shown: readonly FoundPractice[];
  /** By name. */
  others: readonly FoundPractice[];
}

export function toPracticeChoices(
  searched: string,
  found: PracticeSearch,
  practices: readonly Practice[],
  chosen: string,
): PracticeChoices {
  const fitting = found.kind === 'all' ? [] : found.practices.slice(0, MOST_SHOWN);
  const has = (list: readonly FoundPractice[], { odsCode }: Practice) =>
    list.some(({ practice }) => practice.odsCode === odsCode);
  const kept = byName(practices).filter(
    ({ practice }) => practice.odsCode === chosen && !has(fitting, practice),
  );
  const shown = [...kept, ...fitting];
  return {
    searched,
    finding: found.kind,
    hasDistances: found.kind === 'near' && found.exactly,
    fits: found.kind === 'words' ? found.practices.length : fitting.length,
    shown,
    others: byName(practices).filter(({ practice }) => !has(shown, practice)),
  };
}

/** What became of the search; '' before anything was looked for. */
export function describeFinding(
  { finding, hasDistances, fits }: PracticeChoices,
  t: Translator,
  borough: string,
): string {
  switch (finding) {
    case 'all':
      return '';
    case 'none':
      return t('steps:practices.none');
    case 'outside':
      return t('refer:practice.outside', { borough });
    case 'other-script':
      return t('refer:practice.otherScript');
    case 'near':
      return hasDistances ? t('refer:practice.nearestFirst') : t('refer:practice.closest');
    case 'words':
      return fits > MOST_SHOWN
        ? t('steps:practices.more', { count: fits - MOST_SHOWN })
        : t('steps:practices.fit', { count: fits });
  }
}
