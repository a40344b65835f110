/** `fill('Question {{number}}', { number: '3' })` */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A number in the digits of the page's language: '৬'. */
export function inDigits(number: number): string {
  return number.toLocaleString(document.documentElement.lang);
}
