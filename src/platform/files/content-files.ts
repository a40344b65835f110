import { readTextFiles, type TextFiles } from './text-files.ts';

// pages/ and locales/ have readers of their own.
const DIRECTORY_FILES =
  /^(organisations\/.+|situations\/.+|lists\/.+|places\/.+|practices\.\w+|histories\.yaml|site\.\w+)$/;

// Says when facts changed and not what they are: an index made before a note is as good as after it.
const HISTORIES = 'histories.yaml';

/** Reads what the directory is made of from a content folder: YAML and CSV as text. */
export function loadContentFiles(folder: string): TextFiles {
  return readTextFiles(
    folder,
    (path) => DIRECTORY_FILES.test(path) && /\.(ya?ml|csv)$/i.test(path),
    (path) => path !== HISTORIES,
  );
}
