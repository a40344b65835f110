import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Which files a finished build has, each with its size: so that a server can tell one that was copied or
 * deleted in part from a whole one, before it shows it.
 */
const NOTE = 'built-files.txt';
const parts = ['client', 'server', 'sources/content', 'sources/search-index'];
const single = ['built-from.txt', 'search-models.bin', 'version.json'];

/** Writes into a finished build which files it has. */
export function noteBuiltFiles(outDir: string): void {
  const paths = [...single, ...parts.flatMap((part) => listFiles(outDir, part))];
  const lines = paths.map((path) => `${statSync(join(outDir, path)).size} ${path}\n`);
  writeFileSync(join(outDir, NOTE), lines.join(''));
}

/**
 * Says which files a build has lost, and what to do; undefined: none, or it does not say what it had, as
 * those made by earlier versions do not.
 */
export function describeLostFiles(outDir: string): string | undefined {
  const noted = readNote(outDir);
  const lost = noted.filter(({ path, size }) => sizeOf(join(outDir, path)) !== size);
  if (lost.length === 0) return undefined;
  const first = lost.slice(0, 3).map(({ path }) => path);
  const more = lost.length > first.length ? ', …' : '';
  return `${outDir}/ is not whole: ${lost.length} of its ${noted.length} files are missing or cut short (${first.join(', ')}${more}). Run "npm run build", or "npm run build -- --back" for the build before it.`;
}

function readNote(outDir: string): { path: string; size: number }[] {
  let text: string;
  try {
    text = readFileSync(join(outDir, NOTE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return [...text.matchAll(/^(\d+) (.+)$/gm)].map(([, size, path = '']) => ({
    path,
    size: Number(size),
  }));
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function listFiles(outDir: string, part: string): string[] {
  return readdirSync(join(outDir, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}
