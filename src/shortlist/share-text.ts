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

// Escaped, as it stands in a mailto: address: mail programs and browsers cut those at 2,000. A Bengali
// letter takes nine.
const MOST_ESCAPED = 1700;

/** Names with a way to reach each, then the address that holds the rest. As many as fit, in order. */
export function toShareText({ intro, listings, more, outro, address }: ShareText): string {
  const lines = listings
    .filter(({ status }) => status === 'open')
    .map((listing) => {
      const contact = listing.phone ?? listing.email ?? listing.website;
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
  let shown = lines.length;
  while (shown > 0 && encodeURIComponent(textOf(shown)).length > MOST_ESCAPED) shown -= 1;
  return textOf(shown);
}

export function toMailAddress(subject: string, text: string): string {
  // Mail programs want CRLF (RFC 6068).
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
}

export function toSmsAddress(text: string): string {
  // iPhones read the text only after `&`, Android's only as a query: this is both.
  return `sms:?&body=${encodeURIComponent(text)}`;
}
