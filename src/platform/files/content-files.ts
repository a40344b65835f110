import { readTextFiles, type TextFiles } from './text-files.ts';

// pages/ and locales/ have readers of their own (loadWordFiles).
const DIRECTORY_FILES =
  /^(organisations\/.+|situations\/.+|lists\/.+|places\/.+|practices\.\w+|histories\.yaml|do-not-list\.yaml|site\.\w+)$/;

// Says when facts changed and not what they are: an index made before a note is as good as after it.
const HISTORIES = 'histories.yaml';

const WORD_FILES = /^(locales\/[^/]+\/[^/]+\.json|pages\/[^/]+\/[^/]+\.md)$/;
const FOR_EDITORS = /^(README\.md|routing\.example\.yaml)$/;

/**
 * Reads what the directory is made of from a content folder: YAML and CSV as text. `unread`: files of
 * the folder that neither this nor loadWordFiles reads.
 */
export function loadContentFiles(folder: string): Omit<TextFiles, 'others'> & { unread: string[] } {
  const { others, ...read } = readTextFiles(
    folder,
    (path) => DIRECTORY_FILES.test(path) && /\.(ya?ml|csv)$/i.test(path),
    (path) => path !== HISTORIES,
  );
  const isRead = (path: string) => WORD_FILES.test(path) || FOR_EDITORS.test(path);
  return { ...read, unread: others.filter((path) => !isRead(path)) };
}

/** Reads the words of pages: locales/ and pages/ of a content folder. */
export function loadWordFiles(folder: string): TextFiles['files'] {
  return readTextFiles(folder, (path) => WORD_FILES.test(path)).files;
}
