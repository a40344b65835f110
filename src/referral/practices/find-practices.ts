import { distanceMetres, type Position } from '../../directory/distance.ts';
import type { Practice } from '../../directory/lists.ts';
import type { Places } from '../../directory/places.ts';
import { type ParsedPostcode, parsePostcode } from '../../directory/postcode.ts';
import { scoreMatch, toPracticeTerms, toSortName, toWords } from './match-practice.ts';

/**
 * GP practices for what someone typed: a name, a name people use, a street or a postcode.
 * all: nothing was typed. words: those whose name or street fits, best first.
 * near: every practice, nearest first; `exactly`: from the postcode itself, so distances are given.
 * outside: a UK postcode that is none of the borough's. none: nothing fits.
 * other-script: no letter or figure that the practices' names, all in English, could hold.
 */
export type PracticeSearch =
  | { kind: 'all' | 'words'; practices: FoundPractice[] }
  | { kind: 'near'; postcode: string; exactly: boolean; practices: FoundPractice[] }
  | { kind: 'outside'; postcode: string; practices: [] }
  | { kind: 'none' | 'other-script'; practices: [] };

export interface FoundPractice {
  practice: Practice;
  /** Which of its other names or sites was meant; undefined: its registered name, or its street. */
  knownAs?: string | undefined;
  /** As the crow flies from the postcode typed to the practice, or to its nearest site. */
  metres?: number | undefined;
}

const MOST_NEAREST = 3;
// A name and an address are shorter; words cost time.
const MOST_READ = 300;

export function findPractices(
  text: string,
  practices: readonly Practice[],
  places: Places,
): PracticeSearch {
  const typed = text.slice(0, MOST_READ);
  if (typed.trim() === '') return { kind: 'all', practices: byName(practices) };
  const postcode = parsePostcode(typed);
  switch (postcode.kind) {
    case 'full': {
      const place = places.findPlace(postcode.postcode);
      if (place) return near(postcode.postcode, place, { practices, places, exactly: true });
      break;
    }
    case 'sector':
    case 'district':
      break;
    case 'neither':
      return byWords(typed, practices);
  }
  const asked = textOf(postcode);
  const sector = postcode.kind === 'sector' ? places.findSector(postcode.sector) : undefined;
  const centre = sector ?? places.findDistrict(postcode.district);
  if (!centre) return { kind: 'outside', postcode: asked, practices: [] };
  const begins = postcode.kind === 'sector' ? postcode.sector : `${postcode.district} `;
  const nearest = near(asked, centre, { practices, places, exactly: false });
  const isThere = ({ practice }: FoundPractice) => practice.postcode.startsWith(begins);
  return {
    ...nearest,
    practices: [
      ...nearest.practices.filter(isThere),
      ...nearest.practices.filter((found) => !isThere(found)),
    ].map(({ practice }) => ({ practice })),
  };
}

function textOf(postcode: Exclude<ParsedPostcode, { kind: 'neither' }>): string {
  if (postcode.kind === 'full') return postcode.postcode;
  return postcode.kind === 'sector' ? postcode.sector : postcode.district;
}

/** The few nearest to a postcode, as the crow flies; none where it is not given or not on the borough's list. */
export function findNearestPractices(
  postcode: string | undefined,
  practices: readonly Practice[],
  places: Places,
): Practice[] {
  const place = places.findPlace(postcode ?? '');
  if (!postcode || !place) return [];
  const nearest = near(postcode, place, { practices, places, exactly: true });
  return nearest.practices.slice(0, MOST_NEAREST).map(({ practice }) => practice);
}

function near(
  postcode: string,
  from: Position,
  {
    practices,
    places,
    exactly,
  }: { practices: readonly Practice[]; places: Places; exactly: boolean },
): PracticeSearch & { kind: 'near' } {
  const found = practices.map((practice): FoundPractice => {
    const sites = [{ name: undefined, postcode: practice.postcode }, ...practice.branchSites];
    const distances = sites.flatMap((site) => {
      const place = places.findPlace(site.postcode ?? '');
      return place ? [{ knownAs: site.name, metres: distanceMetres(from, place) }] : [];
    });
    const [nearest] = distances.toSorted((a, b) => a.metres - b.metres);
    return { practice, ...nearest };
  });
  const far = (each: FoundPractice) => each.metres ?? Number.POSITIVE_INFINITY;
  const sorted = found.toSorted((a, b) => far(a) - far(b));
  return { kind: 'near', postcode, exactly, practices: sorted };
}

function byWords(typed: string, practices: readonly Practice[]): PracticeSearch {
  if (!toWords(typed).some((word) => /[\p{Script=Latin}\d]/u.test(word))) {
    return { kind: 'other-script', practices: [] };
  }
  const found = byName(practices)
    .map(({ practice }) => ({ practice, match: scoreMatch(toPracticeTerms(practice), typed) }))
    .filter(({ match }) => match.score > 0)
    .toSorted((a, b) => b.match.score - a.match.score)
    .map(({ practice, match }) => ({
      practice,
      knownAs: match.name === practice.name ? undefined : match.name,
    }));
  return found.length > 0 ? { kind: 'words', practices: found } : { kind: 'none', practices: [] };
}

/** All of them, as a list goes. */
export function byName(practices: readonly Practice[]): FoundPractice[] {
  return practices
    .toSorted((a, b) => toSortName(a.name).localeCompare(toSortName(b.name), 'en'))
    .map((practice) => ({ practice }));
}
