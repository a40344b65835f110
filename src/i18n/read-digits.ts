// Bengali, Arabic, Persian, Devanagari.
const TYPED = '০১২৩৪৫৬৭৮৯٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९';

/** Digits as they are typed on any keyboard the borough uses, as 0 to 9. */
export function readDigits(typed: string): string {
  return typed.replace(/[০-৯٠-٩۰-۹०-९]/g, (digit) => `${TYPED.indexOf(digit) % 10}`);
}

/**
 * Letters and digits in their plain form: wide ones and digits of other scripts as A and 0, a space of no
 * width as a space, without other marks that nobody sees. For what is compared, not for names.
 */
export function toPlainCharacters(typed: string): string {
  return readDigits(typed.normalize('NFKC'))
    .replace(/\u200b/g, ' ')
    .replace(/\p{Cf}/gu, '');
}
