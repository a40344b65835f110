/**
 * Numbers by the code and numerals of a language, for islands too: browsers are not sent the list of
 * languages (locale.ts), whose numerals a page tells by a class. With the list: numbers.ts.
 */

/** What writes the numbers of a language. */
export type NumberFormat = Intl.NumberFormat;

export function createNumberFormat(language: string, numerals: string): NumberFormat {
  // Browsers that do not know the language take the next one named here, where they would take their
  // owner's otherwise, and the same number would look different on a page and in what an island adds.
  return new Intl.NumberFormat([language, 'en'], { numberingSystem: numerals });
}
