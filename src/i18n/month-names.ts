/**
 * Months as people type them in the languages of the site, with other spellings that are in use. What is
 * shown is in content/locales (dates.json); each name there is among these.
 */
const NAMES = [
  'january jannaayo janaayo জানুয়ারি জানুয়ারী',
  'february febraayo feebraayo ফেব্রুয়ারি ফেব্রুয়ারী',
  'march maarso মার্চ',
  'april abriil এপ্রিল',
  'may maayo maajo মে',
  'june juun juunyo জুন',
  'july luulyo luuliyo lulyo জুলাই',
  'august ogosto ogs agoosto আগস্ট আগষ্ট অগাস্ট',
  'september sebteembar sebtembar সেপ্টেম্বর',
  'october oktoobar oktobar অক্টোবর',
  'november noofeembar nofembar নভেম্বর',
  'december diseembar desembar ডিসেম্বর',
].map((names) => names.normalize('NFKC').split(' '));

/** 3 for 'March', 'mar.', 'Maarso', 'মার্চ'; undefined: none, or a beginning that two months share. */
export function readMonthName(typed: string): number | undefined {
  const text = typed.normalize('NFKC').toLowerCase().replace(/\.$/, '');
  // Three letters are a month's name cut short; a syllable is two signs in Bengali.
  const isShort = [...text].length < (/[a-z]/.test(text) ? 3 : 2);
  const found = NAMES.flatMap((names, index) =>
    names.some((name) => name === text || (!isShort && name.startsWith(text))) ? index + 1 : [],
  );
  return found.length === 1 ? found[0] : undefined;
}
