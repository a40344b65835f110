import { readTextFiles } from './text-files.ts';

/** The files of search-index/ that say what a good answer is (not the judged queries), by path. */
export interface SearchIndexFiles {
  files: Map<string, string>;
  /** sha-256 of all paths and texts, hex. */
  hash: string;
}

/** Throws if there is no such folder. */
export function loadSearchIndexFiles(folder: string): SearchIndexFiles {
  const { files, hash } = readTextFiles(folder, (path) => /\.(yaml|json|txt)$/.test(path));
  return { files: new Map(files.map(({ path, text }) => [path, text])), hash };
}
