import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The files of search-index/ that say what a good answer is (not the judged queries), by path. */
export interface SearchIndexFiles {
  files: Map<string, string>;
  /** sha-256 of all paths and texts, hex. */
  hash: string;
}

/** Throws if there is no such folder. */
export function loadSearchIndexFiles(folder: string): SearchIndexFiles {
  const hash = createHash('sha256');
  const files = new Map<string, string>();
  const names = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /\.(yaml|json|txt)$/.test(name))
    .toSorted();
  for (const name of names) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    hash.update(`${name}\n${text.length}\n`).update(text);
    files.set(name, text);
  }
  return { files, hash: hash.digest('hex') };
}
