/** One file of content/, not yet understood. `path` from content/: 'organisations/ability-bow.yaml'. */
export interface ContentFile {
  path: string;
  text: string;
}

/** Everything the directory is made of, as read from disk (platform/files/content-files.ts). */
export interface ContentFiles {
  files: ContentFile[];
  /** Paths of files that lie in content/ and that nothing reads. */
  unread?: readonly string[];
  /** sha-256 of all paths and texts, hex. */
  hash: string;
}
