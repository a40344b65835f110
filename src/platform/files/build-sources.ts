import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Which content and code a build was made from, and for which SITE_URL, so that the server can tell whether
 * both are still right. A built search reads content/ and search-index/ as they are when it starts, by the
 * rules it was built with: files it has no rules for would make every search an error. Pages, sitemap and
 * posters hold the SITE_URL of the build, letters that of the server.
 */
const folders = ['content', 'search-index', 'src'];
// Judged queries test search and are no part of a build; hidden files are an editor's or the system's.
const LEFT_OUT = /(^|\/)\.|\.jsonl$/;
// Beside client/, whose files have addresses, and not in it.
const NOTE = 'built-from.txt';

/** sha-256 of all paths and bytes, hex; `root`: the project's folder. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  const paths = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !LEFT_OUT.test(path))
    .toSorted();
  for (const path of paths) {
    const bytes = readFileSync(join(root, path));
    // Lengths keep two files from trading bytes across their border unnoticed.
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** Writes into a finished build what it was made from and for. */
export function noteSources(outDir: string, sources: string, siteUrl: URL): void {
  writeFileSync(join(outDir, NOTE), `${sources}\nSITE_URL=${siteUrl.origin}\n`);
}

/** Whether a build was made from these sources. One that does not say was not. */
export function isBuiltFrom(outDir: string, sources: string): boolean {
  return readNote(outDir)[0] === sources;
}

/** The origin that a build's links begin with; `undefined`: it does not say. */
export function findBuiltOrigin(outDir: string): string | undefined {
  return readNote(outDir)[1]?.replace(/^SITE_URL=/, '');
}

/** Says what to do about a build for another SITE_URL, or for one that it does not say; `undefined`: for this. */
export function describeOtherSite(outDir: string, { origin }: URL): string | undefined {
  const built = findBuiltOrigin(outDir);
  if (built === origin) return undefined;
  const build = `Run "SITE_URL=${origin} npm run build"`;
  return built
    ? `${outDir}/ was built for ${built}, and SITE_URL is ${origin}. ${build}, or set SITE_URL=${built}.`
    : `${outDir}/ does not say which SITE_URL it was built for, and here it is ${origin}. ${build}.`;
}

function readNote(outDir: string): string[] {
  try {
    return readFileSync(join(outDir, NOTE), 'utf8').trim().split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
