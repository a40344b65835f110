import type { NumberFormat } from './number-format.ts';

/** What is left of some minutes: '1:59', '১:৫৯'. */
export function formatCountdown(seconds: number, numbers: NumberFormat): string {
  const rest = `${seconds % 60}`.padStart(2, '0');
  return changeDigits(`${Math.floor(seconds / 60)}:${rest}`, numbers);
}

/** The same text with other digits. */
export function changeDigits(text: string, numbers: NumberFormat): string {
  return text.replace(/\d/g, (digit) => numbers.format(+digit));
}
