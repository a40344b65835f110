// Whether every page that the content asks for, and that the sitemap names, is in the build. A step of
// `npm run build`, in its copy of the sources.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig, readEnvironment } from '../../src/platform/config.ts';
import { directory } from '../../src/wiring.ts';
import { listExpectedPages } from './expected-pages.ts';

const client = join(parseConfig(readEnvironment()).outDir, 'client');
const prose = readdirSync('content/pages/en').filter((name) => name.endsWith('.md'));
const pages = new Set([...listExpectedPages(directory, prose), ...readSitemap()]);
const files = [
  '/404.html',
  '/500.html',
  '/robots.txt',
  '/sitemap.xml',
  '/crisis-words.json',
  ...[...pages].map((path) => `${path}index.html`),
];
const missing = files.filter((path) => !isWhole(join(client, path)));

if (missing.length > 0) {
  console.error(`${missing.length} of ${files.length} pages were not made, or not whole:`);
  for (const path of missing.slice(0, 20)) console.error(`  ${path}`);
  process.exitCode = 1;
}

function readSitemap(): string[] {
  const text = readFileSync(join(client, 'sitemap.xml'), 'utf8');
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) =>
    decodeURI(new URL(address).pathname),
  );
}

function isWhole(path: string): boolean {
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8').trimEnd();
  return path.endsWith('.html') ? text.endsWith('</html>') : text !== '';
}
