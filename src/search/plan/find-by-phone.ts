/** Fewer digits are a house number or a year. */
const FEWEST_DIGITS = 6;

/**
 * Finds the listings that have a phone number: typed with or without spaces, or +44 for the first 0. Short
 * numbers such as 116 123 must be typed whole.
 */
export function createPhoneFinder(
  listings: readonly { slug: string; phone: string | undefined }[],
): (typed: string) => string[] {
  const byNumber = new Map<string, string[]>();
  for (const { slug, phone } of listings) {
    const digits = toDigits(phone ?? '');
    if (digits) byNumber.set(digits, [...(byNumber.get(digits) ?? []), slug]);
  }
  return (typed) => {
    if (/\p{L}/u.test(typed)) return [];
    const digits = toDigits(typed);
    return digits.length < FEWEST_DIGITS ? [] : (byNumber.get(digits) ?? []);
  };
}

function toDigits(phone: string): string {
  return phone.replace(/^\s*\+\s*44\s*(\(0\))?/, '0').replace(/\D/g, '');
}
