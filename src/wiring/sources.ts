import { readEnvironment } from '../platform/config.ts';
import { findSources, sourcesFolder } from '../platform/files/build-in-use.ts';

/**
 * Where content/ and search-index/ are read from. By pages of a build, as they are made and as they are
 * served: what it was made of. By all other code: what its process settled on, usually the working folder.
 */
const folder = import.meta.env?.PROD
  ? findSources(readEnvironment().OUT_DIR || 'dist')
  : sourcesFolder();

/** The path to read for a path such as 'content/practices.yaml'. */
export const findSource = (path: string): string => (folder === '.' ? path : `${folder}/${path}`);
