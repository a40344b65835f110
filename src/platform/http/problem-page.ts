import { createHash } from 'node:crypto';
import { type Answer, type Problem, type ProblemPages, problems } from './answer.ts';

/** What a problem page says in one language. */
export interface ProblemWords {
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  text: string;
  home: { href: string; label: string };
}

const usualStatus: Record<Problem, number> = {
  address: 400,
  method: 405,
  form: 403,
  tooLarge: 413,
  fault: 500,
};

const style =
  'body{font:19px/1.6 arial,sans-serif;color:#212b32;background:#f0f4f5;margin:0 auto;padding:16px;max-width:40em}' +
  'section{background:#fff;padding:16px;margin:16px 0}h1,h2{font-size:24px;line-height:1.4;margin:0}a{color:#005eb8}';
const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * The pages that must work when nothing else does: no file, no route, no script. In every language at
 * once, since what went wrong may have hidden which one the visitor reads.
 */
export function createProblemPages(
  toWords: (problem: Problem) => readonly ProblemWords[],
): ProblemPages {
  const bodies = Object.fromEntries(
    problems.map((problem) => [problem, render(toWords(problem))]),
  ) as Record<Problem, string>;
  return (problem, status = usualStatus[problem]): Answer => ({
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'`,
    },
    body: bodies[problem],
    page: true,
  });
}

function render(words: readonly ProblemWords[]): string {
  const [first] = words;
  const sections = words.map(({ language, direction, title, text, home }, index) => {
    const heading = index === 0 ? 'h1' : 'h2';
    return `<section lang="${language}" dir="${direction}"><${heading}>${escapeText(title)}</${heading}><p>${escapeText(text)}</p><p><a href="${home.href}">${escapeText(home.label)}</a></p></section>`;
  });
  return `<!doctype html><html lang="${first?.language}" dir="${first?.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeText(first?.title ?? '')}</title><style>${style}</style></head><body><main>${sections.join('')}</main></body></html>\n`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
