import { statSync } from 'node:fs';

/**
 * Where root works on a folder of somebody else, goes on as that user: files that are made belong to whom
 * the others belong to. Elsewhere nothing.
 */
export function becomeOwner(folder: string): void {
  if (process.getuid?.() !== 0) return;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found || found.uid === 0) return;
  process.setgroups?.([found.gid]);
  process.setgid?.(found.gid);
  process.setuid?.(found.uid);
}
