import type { PublicListing } from '../directory/public-listing.ts';

/** What a text message or an e-mail says of a list. */
export interface ShareText {
  intro: string;
  listings: readonly PublicListing[];
  /** Line for listings that did not fit. */
  more: (count: number) => string;
  /** Last line, before the list's address. */
  outro: string;
  address: string;
}

// Mail programs and browsers cut longer addresses. A Bengali letter takes nine.
const MOST_CHARACTERS = 1990;

/**
 * Names with a way to reach each, then the address that holds the rest. As many as fit, in order, into the
 * address of a mail with this subject; the list's own address always stays.
 */
export function toShareText(
  { intro, listings, more, outro, address }: ShareText,
  subject: string,
): string {
  const lines = listings
    .filter(({ status }) => status === 'open')
    .map((listing) => {
      const { phone, phoneNote, email, website } = listing;
      const byPhone = phone && phoneNote ? `${phone} (${phoneNote})` : phone;
      const contact = byPhone ?? email ?? website;
      return contact ? `${listing.name}: ${contact}` : listing.name;
    });
  const textOf = (shown: number) =>
    [
      intro,
      ...lines.slice(0, shown),
      ...(shown < lines.length ? [more(lines.length - shown)] : []),
      outro,
      address,
    ].join('\n');
  for (let shown = lines.length; shown >= 0; shown -= 1) {
    const text = textOf(shown);
    if (toMailAddress(subject, text).length <= MOST_CHARACTERS) return text;
  }
  return address;
}

export function toMailAddress(subject: string, text: string): string {
  // Mail programs want CRLF (RFC 6068).
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
}

export function toSmsAddress(text: string): string {
  // iPhones read the text only after `&`, Android's only as a query: this is both.
  return `sms:?&body=${encodeURIComponent(text)}`;
}
