/**
 * How the months begin as people type them in the languages of the site. What is shown is in content/locales
 * (dates.json).
 */
const BEGINNINGS = [
  'jan জানু',
  'feb feeb ফেব',
  'mar maar মার',
  'apr abr এপ্র',
  'may maay maaj মে',
  'jun juun জুন',
  'jul lul luu জুল',
  'aug ogo ogs ago আগ অগ',
  'sep seb সেপ',
  'oct okt অক',
  'nov nof noof নভ',
  'dec des dis ডিস',
].map((beginnings) => beginnings.split(' '));

/** 3 for 'March', 'mar.', 'Maarso', 'মার্চ'; its end may be misspelt. undefined: none. */
export function readMonthName(typed: string): number | undefined {
  const text = typed.toLowerCase();
  if (!/^[\p{L}\p{M}]{2,12}\.?$/u.test(text)) return undefined;
  const index = BEGINNINGS.findIndex((each) =>
    each.some((beginning) => text.startsWith(beginning)),
  );
  return index < 0 ? undefined : index + 1;
}
