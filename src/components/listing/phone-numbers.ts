export interface TextPart {
  text: string;
  isPhone: boolean;
}

// Ten or eleven digits from 0, in any grouping, and the short numbers that listings name.
const PHONE = /(?<!\d)(?:0\d(?: ?\d){8,9}|116 123|999)(?!\d)/g;

/** A sentence cut at its phone numbers, so that each can be a link. */
export function splitAtPhones(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(PHONE)) {
    parts.push({ text: text.slice(end, match.index), isPhone: false });
    parts.push({ text: match[0], isPhone: true });
    end = match.index + match[0].length;
  }
  parts.push({ text: text.slice(end), isPhone: false });
  return parts.filter((part) => part.text !== '');
}
