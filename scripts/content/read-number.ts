/** `--number 40`; ends the process where it is no whole number above nothing. */
export function readNumber(typed: string | undefined, usual: number): number {
  if (typed === undefined) return usual;
  if (/^[1-9]\d{0,4}$/.test(typed)) return Number(typed);
  console.error(`--number is '${typed}'. Write how many listings you want, such as --number 40.`);
  process.exit(1);
}
