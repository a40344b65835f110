// Bengali, Arabic, Persian, Devanagari.
const TYPED = '০১২৩৪৫৬৭৮৯٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९';

/** Digits as they are typed on any keyboard the borough uses, as 0 to 9. */
export function readDigits(typed: string): string {
  return typed.replace(/[০-৯٠-٩۰-۹०-९]/g, (digit) => `${TYPED.indexOf(digit) % 10}`);
}
