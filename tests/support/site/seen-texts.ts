/** A text that readers see or hear, in the language it stands in. */
export interface SeenText {
  lang: string;
  text: string;
}

const TAG = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/gi;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const SPOKEN = /\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g;

/** Text nodes and the attributes that are read out, each with the language that `lang` gives it. */
export function findSeenTexts(html: string): SeenText[] {
  const open = [{ tag: '', lang: '' }];
  const found: SeenText[] = [];
  const seen = html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, '');
  for (const [, end, name = '', attributes = '', text] of seen.matchAll(TAG)) {
    const tag = name.toLowerCase();
    const inherited = open.at(-1)?.lang ?? '';
    if (text !== undefined) {
      found.push({ lang: inherited, text: text.replace(/\s+/g, ' ').trim() });
    } else if (end) {
      const at = open.findLastIndex((each) => each.tag === tag);
      if (at > 0) open.length = at;
    } else {
      const lang = /\slang="([^"]*)"/.exec(attributes)?.[1] ?? inherited;
      for (const [, spoken = ''] of attributes.matchAll(SPOKEN)) found.push({ lang, text: spoken });
      if (!VOID.test(tag) && !attributes.endsWith('/')) open.push({ tag, lang });
    }
  }
  return found
    .filter(({ text }) => text !== '')
    .map(({ lang, text }) => ({ lang, text: decode(text) }));
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
