import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { buildFolder, buildsFolder, toBuildId } from './folders.ts';

/** Why no build can be put into the place of what is there; undefined: one can. */
export function findPlaceProblem(outDir: string): string | undefined {
  const around = dirname(resolve(outDir));
  if (existsSync(around) && !isWritable(around)) {
    return `${around} cannot be written, where ${outDir} belongs. Build as the user whose folder that is.`;
  }
  const entry = lstatSync(outDir, { throwIfNoEntry: false });
  if (!entry || entry.isSymbolicLink()) return undefined;
  if (!entry.isDirectory())
    return `${outDir} is a file. Move it away, or set OUT_DIR to another name.`;
  if (isEmpty(outDir) || isBuild(outDir)) return undefined;
  return `${outDir}/ holds something else than a build. Move it away, or set OUT_DIR to another folder.`;
}

/**
 * Lets `outDir` lead to a finished build, by one rename: whoever looks finds the one before or this one. A
 * build that an earlier version wrote into that folder itself becomes the one before.
 */
export function placeBuild(outDir: string, id: string): void {
  moveFolderAside(outDir);
  const next = join(buildsFolder(outDir), 'in-place');
  rmSync(next, { force: true });
  if (process.platform === 'win32') {
    // A link to a folder needs no rights there as a junction, whose target is a whole path, and nothing
    // can be renamed over it: for a moment there is none.
    symlinkSync(resolve(buildFolder(outDir, id)), next, 'junction');
    rmSync(outDir, { force: true, recursive: true });
  } else {
    // From where the link lies, so that the project can be moved.
    symlinkSync(join(basename(buildsFolder(outDir)), id), next);
  }
  renameSync(next, outDir);
}

function moveFolderAside(outDir: string): void {
  const entry = lstatSync(outDir, { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return;
  if (isEmpty(outDir)) {
    rmdirSync(outDir);
    return;
  }
  const id = toBuildId(entry.mtime, 'earlier');
  mkdirSync(dirname(buildFolder(outDir, id)), { recursive: true });
  renameSync(outDir, buildFolder(outDir, id));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const isEmpty = (folder: string) => readdirSync(folder).length === 0;
const isBuild = (folder: string) => existsSync(join(folder, 'client'));
