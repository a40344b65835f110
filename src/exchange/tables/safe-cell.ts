// What spreadsheets take for the beginning of a formula, which can send what is in the table to a stranger.
const FORMULA = /^'*[=+\-@\t\r\n|%]/;

/** A cell that no spreadsheet reads as a formula: with an apostrophe before one. */
export function toSafeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that toSafeCell was given. */
export function fromSafeCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
