import { Parser } from 'htmlparser2';

/** What a person would read of a text that may hold tags and entities, in one paragraph. */
export function htmlToText(html: string): string {
  const once = readOnce(html);
  // Some feeds write '&amp;nbsp;'.
  return /&#?\w{2,8};|<\/?[a-z]/i.test(once) ? readOnce(once) : once;
}

function readOnce(html: string): string {
  const blocks: string[] = [''];
  let unseen = 0;
  const add = (text: string) => {
    blocks[blocks.length - 1] += text;
  };
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (UNSEEN.has(name)) unseen += 1;
        if (BLOCKS.has(name)) blocks.push('');
      },
      onclosetag: (name) => {
        if (UNSEEN.has(name)) unseen -= 1;
        if (BLOCKS.has(name)) blocks.push('');
      },
      ontext: (text) => {
        if (unseen === 0) add(text);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return blocks
    .flatMap((block) => block.split(/\n\s*\n/))
    .map(toOneLine)
    .filter(Boolean)
    .map((block, place, all) => (place === all.length - 1 ? block : endSentence(block)))
    .join(' ');
}

const UNSEEN = new Set(['script', 'style', 'title', 'template', 'noscript', 'xml']);
const BLOCKS = new Set(
  'address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

// Spaces of every kind, and signs that nobody sees.
function toOneLine(text: string): string {
  return text
    .replace(/(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function endSentence(block: string): string {
  return /[.!?:;,…)\]"'’”–-]$/.test(block) ? block : `${block}.`;
}
