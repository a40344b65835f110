type Random = (below: number) => number;
type Slip = (text: string, random: Random) => string;

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LOOK_ALIKES = ['0Oo', '1Il', '5S', '8B', '2Z'];
const SPACES = [
  ' ',
  '  ',
  '\u00a0',
  '\u2009',
  '\t',
  '\u200b',
  '\u202a',
  '\u200f',
  '\u00ad',
  '\ufeff',
];
const PUNCTUATION = ['.', ',', '-', '–', '/', '(', ')', ':', ';', "'", '"'];

const at = (text: string, index: number, put: string, over = 0) =>
  text.slice(0, index) + put + text.slice(index + over);
const pick = <T>(from: readonly T[], random: Random) => from[random(from.length)] as T;

const slips: Record<string, Slip> = {
  dropped: (text, random) => at(text, random(text.length), '', 1),
  doubled: (text, random) => {
    const index = random(text.length);
    return at(text, index, text[index] ?? '');
  },
  swapped: (text, random) => {
    const index = random(Math.max(1, text.length - 1));
    return at(text, index, `${text[index + 1] ?? ''}${text[index] ?? ''}`, 2);
  },
  neighbour: (text, random) => {
    const index = random(text.length);
    const letter = text[index] ?? '';
    const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()));
    if (!row) return text;
    const key = row.indexOf(letter.toLowerCase()) + (random(2) === 0 ? 1 : -1);
    const other = row[key] ?? letter;
    return at(text, index, letter === letter.toUpperCase() ? other.toUpperCase() : other, 1);
  },
  'look-alike': (text, random) => {
    const index = random(text.length);
    const alike = LOOK_ALIKES.find((letters) => letters.includes(text[index] ?? ' '));
    return alike ? at(text, index, pick([...alike], random), 1) : text;
  },
  'odd space': (text, random) => at(text, random(text.length + 1), pick(SPACES, random)),
  'no space': (text) => text.replaceAll(' ', ''),
  'other case': (text, random) => (random(2) === 0 ? text.toLowerCase() : text.toUpperCase()),
  'Bengali digits': (text) => text.replace(/\d/g, (digit) => '০১২৩৪৫৬৭৮৯'[Number(digit)] ?? ''),
  punctuation: (text, random) => at(text, random(text.length + 1), pick(PUNCTUATION, random)),
};
const kinds = Object.keys(slips);

/** The text with one or two slips that people make; `around`: words that may stand before and after it. */
export function withSlips(
  text: string,
  random: Random,
  around: readonly (readonly [string, string])[] = [],
): string {
  let slipped = text;
  for (let left = random(2); left >= 0; left -= 1) {
    const chosen = random(kinds.length + (around.length > 0 ? 1 : 0));
    const slip = slips[kinds[chosen] ?? ''];
    const [before, after] = around[random(around.length)] ?? ['', ''];
    slipped = slip ? slip(slipped, random) : `${before}${slipped}${after}`;
  }
  return slipped;
}

/** How many of the texts were read as what was meant, asked about, and as another value that they say. */
export interface SlipCount {
  understood: number;
  asked: number;
  another: number;
  /** Read as what they do not say: none may be. */
  wrong: string[];
}

export function describeShares(what: string, count: SlipCount): string {
  const known = count.understood + count.asked;
  const share = ((100 * count.understood) / known).toFixed(1);
  return `${what} with slips: ${count.understood} of ${known} understood (${share} %), ${count.asked} asked about, ${count.another} say another value`;
}
