import type { Practice } from '../../directory/lists.ts';
import { editDistance } from '../../i18n/edit-distance.ts';
import { readDigits } from '../../i18n/read-digits.ts';
import { toTextWords } from '../../i18n/text-words.ts';

/**
 * How well names fit what someone typed, on the server and in the browser alike. Half a last word and
 * a slip in a long one are taken as meant; a wrong figure never is, as it is another house or postcode.
 */

/** A thing with names, most official first, and where it is. */
export interface PracticeTerms {
  names: readonly string[];
  /** Street and postcode. */
  whereabouts: string;
}

/** 0: not meant; the larger the likelier. `name`: which of `names` fits best, undefined if none does. */
export interface Match {
  score: number;
  name: string | undefined;
}

// In nearly every name: they tell two practices apart only together with another word.
const COMMON = new Set(
  'the and of at in gp doctor doctors dr surgery practice medical health centre clinic group'.split(
    ' ',
  ),
);
const SAME: Record<string, string> = {
  saint: 'st',
  street: 'st',
  road: 'rd',
  center: 'centre',
  avenue: 'ave',
  lane: 'ln',
};
/** So many are shown at once: more than these are no help to choose from on a phone. */
export const MOST_SHOWN = 6;
const NAME_WORTH = 4;
const FIRST_NAME_WORTH = 0.3;

export function scoreMatch({ names, whereabouts }: PracticeTerms, typed: string): Match {
  const asked = toWords(typed);
  const distinctive = asked.filter((word) => !COMMON.has(word));
  const nothing: Match = { score: 0, name: undefined };
  if (asked.length === 0) return nothing;
  let best = nothing;
  for (const [index, name] of names.entries()) {
    const match = scoreWords(toWords(name), asked, distinctive);
    const score = match === 0 ? 0 : match + NAME_WORTH + (index === 0 ? FIRST_NAME_WORTH : 0);
    if (score > best.score) best = { score, name };
  }
  if (best.score > 0 || distinctive.length === 0) return best;
  // "whitechapel rd", and "grove road ivanhoe": words of an address, alone or beside those of a name.
  const everything = toWords([...names, whereabouts].join(' '));
  return { score: scoreWords(everything, distinctive, distinctive), name: undefined };
}

/** What a practice can be found by; the page hands it to the browser with each choice. */
export function toPracticeTerms({
  name,
  otherNames,
  branchSites,
  address,
  postcode,
}: Practice): PracticeTerms {
  const sites = branchSites.map((site) => `${site.address ?? ''} ${site.postcode ?? ''}`);
  return {
    names: [name, ...otherNames, ...branchSites.map((site) => site.name)],
    whereabouts: [address, postcode, ...sites].join(' '),
  };
}

/** What a list of practices goes by: nobody looks for theirs under T. */
export function toSortName(name: string): string {
  return name.replace(/^the /i, '');
}

/** Words as they are compared, digits of any script as 0 to 9; "Saint" and "Street" as "st". */
export function toWords(text: string): string[] {
  return toTextWords(readDigits(text)).map((word) => SAME[word] ?? word);
}

// 0 … 2: every distinctive word must be there; the rest of the name left over counts a little against it.
function scoreWords(words: string[], asked: string[], distinctive: string[]): number {
  const required = distinctive.length > 0 ? distinctive : asked;
  let sum = 0;
  for (const word of required) {
    const likeness = Math.max(0, ...words.map((other) => scoreWord(word, other)));
    if (likeness === 0) return scoreRunTogether(words, required);
    sum += likeness;
  }
  const shared = asked.filter((word) => words.includes(word)).length;
  return sum / required.length + (shared / Math.max(words.length, asked.length)) * 0.9;
}

// "white chapel" and "goodmansfield": run together they begin where a word begins.
function scoreRunTogether(words: string[], asked: string[]): number {
  const typed = asked.join('');
  if (typed.length < 5) return 0;
  const begins = words.some((_, start) => words.slice(start).join('').startsWith(typed));
  return begins ? 0.7 : 0;
}

function scoreWord(typed: string, word: string): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.9;
  if (/\p{N}/u.test(typed) || typed.length < 5) return 0;
  const maxEdits = typed.length < 8 ? 1 : 2;
  if (typed[0] === word[0] && isWithin(typed, word, maxEdits)) return 0.6;
  return isWithin(typed, word, 1) ? 0.5 : 0;
}

// `word` may go on, as names are typed in part.
function isWithin(typed: string, word: string, maxEdits: number): boolean {
  return editDistance(typed, word, maxEdits, true) <= maxEdits;
}
