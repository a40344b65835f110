/**
 * Finds what a file makes a browser ask of another site: everything that loads by itself. A link that
 * a visitor may follow is not a request, nor is an address in data for search engines.
 */
export function findForeignRequests(path: string, text: string, ownOrigin: string): string[] {
  const found = /\.html$|\/$/.test(path)
    ? inPage(text)
    : path.endsWith('.css')
      ? inStyles(text)
      : path.endsWith('.js')
        ? inScript(text)
        : path.endsWith('.svg')
          ? [...inTags(text), ...inStyles(text)]
          : [];
  return found.filter((url) => isForeign(url, ownOrigin)).map((url) => `${path}: ${url}`);
}

function inPage(html: string): string[] {
  const withoutData = html.replace(/<script[^>]*application\/ld\+json[\s\S]*?<\/script>/g, '');
  const scripts = [...withoutData.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
  const styles = [...withoutData.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>|\sstyle="([^"]*)"/g)];
  return [
    ...inTags(withoutData.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1')),
    ...scripts.flatMap(([, script]) => inScript(script ?? '')),
    ...styles.flatMap(([, block, inline]) => inStyles(block ?? inline ?? '')),
  ];
}

// Relations that name an address without fetching it.
const NOT_FETCHED = /\brel="(canonical|alternate|author|license|help|next|prev)"/;

function inTags(markup: string): string[] {
  const urls: string[] = [];
  for (const [tag, name = ''] of markup.matchAll(/<([a-z][\w-]*)\b[^>]*>/gi)) {
    const isLink = /^(a|area)$/i.test(name);
    if (/^link$/i.test(name) && NOT_FETCHED.test(tag)) continue;
    if (/^meta$/i.test(name)) {
      const refresh = /http-equiv="refresh"[^>]*content="[^"]*url=([^"]*)"/i.exec(tag)?.[1];
      if (refresh) urls.push(refresh);
      continue;
    }
    const attributes =
      /\s(src|srcset|href|xlink:href|poster|data|action|formaction|background|ping|component-url|renderer-url|imagesrcset)="([^"]*)"/gi;
    for (const [, attribute = '', value = ''] of tag.matchAll(attributes)) {
      if (isLink && attribute.toLowerCase() === 'href') continue;
      const isSet = attribute.toLowerCase().endsWith('srcset');
      urls.push(
        ...(isSet ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [value]),
      );
    }
  }
  return urls;
}

function inStyles(css: string): string[] {
  const urls = [...css.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, url]) => url ?? '');
  const imports = [...css.matchAll(/@import\s+["']([^"']+)/g)].map(([, url]) => url ?? '');
  return [...urls, ...imports];
}

// Names of vocabularies look like addresses; no browser asks for them.
const VOCABULARY = /^https?:\/\/(www\.w3\.org|schema\.org)\//;

function inScript(script: string): string[] {
  return [...script.matchAll(/["'`]((?:https?:|wss?:)?\/\/[^"'`\s]+)/g)]
    .map(([, url]) => url ?? '')
    .filter((url) => !VOCABULARY.test(url));
}

function isForeign(url: string, ownOrigin: string): boolean {
  if (/^(data|blob|about|mailto|tel):/i.test(url) || url === '') return false;
  return new URL(url, ownOrigin).origin !== ownOrigin;
}
