import type { Practice } from '../../../directory/lists.ts';
import type { FoundPractice, PracticeSearch } from '../../../referral/practices/find-practices.ts';

/** Practices to choose from: what a search found, then all others, so that nobody's is missing. */
export interface PracticeChoices {
  /** What was typed to find one; may be empty. */
  searched: string;
  finding: PracticeSearch['kind'];
  /** Best first; all of them if nothing was searched for. */
  fitting: readonly FoundPractice[];
  others: readonly FoundPractice[];
}

// Every practice has a distance; these are the ones that somebody may walk to.
const MAX_NEAR = 6;

export function toPracticeChoices(
  searched: string,
  found: PracticeSearch,
  practices: readonly Practice[],
  chosen: string,
): PracticeChoices {
  const limit = found.kind === 'near' ? MAX_NEAR : undefined;
  const fitting =
    found.kind === 'all' ? putFirst(chosen, found.practices) : found.practices.slice(0, limit);
  const codes = new Set(fitting.map(({ practice }) => practice.odsCode));
  const rest = found.practices.length === practices.length ? found.practices : toFound(practices);
  return {
    searched,
    finding: found.kind,
    fitting,
    others: rest.filter(({ practice }) => !codes.has(practice.odsCode)),
  };
}

// A practice that a poster chose, or that was chosen before, is seen at once.
function putFirst(chosen: string, found: readonly FoundPractice[]): FoundPractice[] {
  const isChosen = ({ practice }: FoundPractice) => practice.odsCode === chosen;
  return [...found.filter(isChosen), ...found.filter((each) => !isChosen(each))];
}

function toFound(practices: readonly Practice[]): FoundPractice[] {
  return practices
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((practice) => ({ practice }));
}
