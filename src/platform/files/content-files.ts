import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { ContentFiles } from '../../directory/reading/content-files.ts';

// pages/ and locales/ have readers of their own.
const DIRECTORY_FILES =
  /^(organisations\/.+|situations\/.+|lists\/.+|places\/.+|practices\.\w+|histories\.yaml|site\.\w+)$/;

// Says when facts changed and not what they are: an index made before a note is as good as after it.
const HISTORIES = 'histories.yaml';

/**
 * Reads what the directory is made of from a content folder: YAML and CSV as text, sorted by path.
 * Throws if there is no such folder.
 */
export function loadContentFiles(folder: string): ContentFiles {
  const hash = createHash('sha256');
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => DIRECTORY_FILES.test(name) && /\.(ya?ml|csv)$/i.test(name))
    .toSorted()
    .map((name) => {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      // Lengths keep two files from trading text across their border unnoticed.
      if (name !== HISTORIES) hash.update(`${name}\n${text.length}\n`).update(text);
      return { path: name, text };
    });
  return { files, hash: hash.digest('hex') };
}
