import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export interface TextFiles {
  /** By path: 'organisations/ability-bow.yaml', with / everywhere. */
  files: { path: string; text: string }[];
  /** Paths of the folder's other files; hidden ones, and copies that end in ~, are left out. */
  others: string[];
  /** sha-256 of all paths and texts, hex. */
  hash: string;
}

/**
 * Reads the files of a folder and of all folders in it whose path is `wanted`, sorted by path. Those
 * that are not `hashed` may change without another hash. Throws if there is no such folder.
 */
export function readTextFiles(
  folder: string,
  wanted: (path: string) => boolean,
  hashed: (path: string) => boolean = () => true,
): TextFiles {
  const hash = createHash('sha256');
  const paths = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .toSorted();
  const files = paths.filter(wanted).map((name) => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    // Lengths keep two files from trading text across their border unnoticed.
    if (hashed(name)) hash.update(`${name}\n${text.length}\n`).update(text);
    return { path: name, text };
  });
  const others = paths.filter((name) => !wanted(name) && !LEFT_OUT.test(name));
  return { files, others, hash: hash.digest('hex') };
}

const LEFT_OUT = /(^|\/)\.|~$/;
