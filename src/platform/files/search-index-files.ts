import { readTextFiles } from './text-files.ts';

/** The files of search-index/ that say what a good answer is (not the judged queries), by path. */
export interface SearchIndexFiles {
  files: Map<string, string>;
  /** Paths of files beside them that nothing reads. */
  unread: string[];
  /** sha-256 of all paths and texts, hex. */
  hash: string;
}

/** Throws if there is no such folder. */
export function loadSearchIndexFiles(folder: string): SearchIndexFiles {
  const { files, others, hash } = readTextFiles(folder, (path) => READ.test(path));
  return {
    files: new Map(files.map(({ path, text }) => [path, text])),
    unread: others.filter((path) => !NOT_OURS.test(path)),
    hash,
  };
}

const READ =
  /^([\w-]+\.(yaml|json)|(everyday|situations|crisis|preferences)\/[^/]+\.yaml|(stopwords\.[\w-]+|weak-words)\.txt)$/;
// Judged queries, which tests read, and what explains them.
const NOT_OURS = /\.jsonl$|^README\.md$/;
