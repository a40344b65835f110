import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a set of files is replaced with; `path`: below their folder. */
export interface NewFile {
  path: string;
  text: string;
}

const LIST = 'files.json';

/**
 * Writes all of these files below `folder`, or none: they are first written whole beside it, then put into their
 * places one after the other. Whoever is interrupted between calls finishReplacing.
 */
export function replaceFiles(folder: string, files: readonly NewFile[]): void {
  const beside = besideOf(folder);
  fs.rmSync(beside, { recursive: true, force: true });
  fs.mkdirSync(beside, { recursive: true });
  for (const [index, { text }] of files.entries()) {
    writeThrough(join(beside, String(index)), text);
  }
  // From here on all of them are wanted.
  const list = join(beside, LIST);
  writeThrough(`${list}.part`, JSON.stringify(files.map(({ path }) => path)));
  fs.renameSync(`${list}.part`, list);
  finishReplacing(folder);
}

/**
 * Puts the files of an interrupted replaceFiles into their places: undefined if there was none, or if it had not
 * come far enough to change anything; otherwise how many files were still to come.
 */
export function finishReplacing(folder: string): number | undefined {
  const beside = besideOf(folder);
  const paths = readList(beside);
  let moved = 0;
  for (const [index, path] of (paths ?? []).entries()) {
    const from = join(beside, String(index));
    if (!fs.existsSync(from)) continue;
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.renameSync(from, join(folder, path));
    moved += 1;
  }
  fs.rmSync(beside, { recursive: true, force: true });
  return paths && moved;
}

/** Whether an interrupted replaceFiles has files that are still to come. */
export function isReplacing(folder: string): boolean {
  return readList(besideOf(folder)) !== undefined;
}

function readList(beside: string): string[] | undefined {
  const list = join(beside, LIST);
  if (!fs.existsSync(list)) return undefined;
  return JSON.parse(fs.readFileSync(list, 'utf8')) as string[];
}

// On the same disk, so that a file comes into its place in one step; outside, where nothing reads it as content.
function besideOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}-import`);
}

function writeThrough(path: string, text: string): void {
  const file = fs.openSync(path, 'w');
  try {
    fs.writeFileSync(file, text);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}
