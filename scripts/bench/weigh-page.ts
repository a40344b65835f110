import { brotliCompressSync } from 'node:zlib';

/**
 * What a first visit to a page loads, in bytes as sent: found by reading the page, its styles and its
 * scripts, without a browser. Scripts that an island asks for only when used are not counted.
 */
export interface Weight {
  html: number;
  css: number;
  /** Files and scripts in the page. */
  js: number;
  fonts: number;
  images: number;
  total: number;
  requests: number;
}

/** An answer with brotli: its text, and the size it was sent in. */
export type Fetch = (path: string) => Promise<{ text: string; bytes: number }>;

type Kind = 'css' | 'js' | 'fonts' | 'images';

export async function weighPage(path: string, fetchOnce: Fetch): Promise<Weight> {
  const page = await fetchOnce(path);
  const weight = { html: page.bytes, css: 0, js: 0, fonts: 0, images: 0, total: 0, requests: 1 };
  const seen = new Set<string>();
  const waiting = findInPage(page.text);
  for (const { kind, path: from } of waiting) {
    if (seen.has(from)) continue;
    seen.add(from);
    const { text, bytes } = await fetchOnce(from);
    weight[kind] += bytes;
    weight.requests += 1;
    if (kind === 'css') waiting.push(...findInStyles(text, from, page.text));
    if (kind === 'js') waiting.push(...findInScript(text, from));
  }
  weight.total = weight.html + weight.css + weight.js + weight.fonts + weight.images;
  // Inside the page they are part of its HTML, and count once there; here as what the page runs.
  const inline = findInlineScripts(page.text).join('');
  if (inline) weight.js += brotliCompressSync(inline).length;
  return weight;
}

/** Scripts in the page itself; data for search engines is not one. */
export function findInlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes]) => !/\bsrc=|application\/(ld\+)?json/.test(attributes ?? ''))
    .map(([, , script]) => script ?? '');
}

interface Found {
  kind: Kind;
  path: string;
}

function findInPage(html: string): Found[] {
  const found: Found[] = [];
  for (const [tag] of html.matchAll(/<(?:link|script|img)\b[^>]*>/g)) {
    const value = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const rel = value('rel') ?? '';
    const href = value('href');
    const src = value('src');
    if (tag.startsWith('<link') && href) {
      if (rel === 'stylesheet') found.push({ kind: 'css', path: href });
      if (/\bicon\b/.test(rel)) found.push({ kind: 'images', path: href });
      if (rel === 'modulepreload') found.push({ kind: 'js', path: href });
      if (rel === 'preload') found.push({ kind: preloaded(value('as')), path: href });
    }
    if (tag.startsWith('<script') && src) found.push({ kind: 'js', path: src });
    if (tag.startsWith('<img') && src && !src.startsWith('data:')) {
      found.push({ kind: 'images', path: src });
    }
  }
  return found;
}

function preloaded(as: string | undefined): Kind {
  if (as === 'font') return 'fonts';
  return as === 'style' ? 'css' : as === 'image' ? 'images' : 'js';
}

function findInScript(script: string, from: string): Found[] {
  return [...script.matchAll(/\b(?:from|import)\s*["'](\.{0,2}\/[^"']+)["']/g)].map(([, path]) => ({
    kind: 'js',
    path: resolvePath(path ?? '', from),
  }));
}

// A browser fetches a font only for characters that the page shows in it and the font's range covers.
// Words of another language ("বাংলা" in every header) are not set in the page's font, and a script's not at all.
function findInStyles(css: string, from: string, html: string): Found[] {
  const language = /<html[^>]* lang="(\w+)"/.exec(html)?.[1];
  const foreign = new RegExp(`<(\\w+)[^>]* lang="(?!${language})[\\s\\S]*?</\\1>`, 'g');
  const shown = html.replace(/<script\b[\s\S]*?<\/script>/g, '');
  const ownWords = shown.replace(foreign, '');
  const faces = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, face]) => face ?? '');
  const fonts = faces.filter((face) => isUsed(/unicode-range:([^;]+)/.exec(face)?.[1], ownWords));
  const others = css.replace(/@font-face\s*\{[^}]*\}/g, '');
  return [
    ...fonts.flatMap((face) => findUrls(face).slice(0, 1)).map((path) => ({ kind: 'fonts', path })),
    ...findUrls(others).map((path) => ({ kind: 'images', path })),
  ].map(({ kind, path }) => ({ kind: kind as Kind, path: resolvePath(path, from) }));
}

function findUrls(css: string): string[] {
  return [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)]
    .map(([, url]) => url ?? '')
    .filter((url) => !url.startsWith('data:'));
}

function isUsed(ranges: string | undefined, words: string): boolean {
  if (!ranges) return true;
  const bounds = ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  const characters = new Set(words);
  return [...characters].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return bounds.some(([first, last]) => code >= first && code <= last);
  });
}

function resolvePath(path: string, from: string): string {
  return new URL(path, `http://x${from}`).pathname;
}
