// Of sentences that an address stood in, and of what copying and quoted-printable add.
const AROUND = /^[\s\p{Cf}"'“”‘’«»()[\],.;:!?*]+|[\s\p{Cf}"'“”‘’«»()>[\],.;:!?*]+$/gu;
const INSIDE = /[\p{Cc}\p{Cf}=%\ufffd]/gu;
const HYPHENS = /[\u2010-\u2015\u2212]/g;

/**
 * A plain word of an address (a slug, a day, a code) without what happened to it on its way: 'food).' is
 * 'food'. Never another word than somebody could read in it.
 */
export function mendWord(text: string): string {
  return text.replace(HYPHENS, '-').replace(INSIDE, '').replace(AROUND, '');
}
