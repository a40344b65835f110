/**
 * Where builds lie: each in a folder of its own in `<outDir>.builds/`, named by when it was begun, so that
 * they sort by age; `<outDir>` is a link to the one in place. One with the file `<id>.unfinished` beside it is none.
 */
import { existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

const UNFINISHED = '.unfinished';
const ID = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z(-\w+)?$/;

export const buildsFolder = (outDir: string) => `${outDir}.builds`;
export const buildFolder = (outDir: string, id: string) => join(buildsFolder(outDir), id);
export const unfinishedMark = (outDir: string, id: string) => buildFolder(outDir, id) + UNFINISHED;
/** Where the copy of the project lies that a build is made of: always the same, as names of files hang on it. */
export const projectCopy = (outDir: string) => join(buildsFolder(outDir), 'project');

/** '20261201T095341Z-a49ef79' */
export function toBuildId(at: Date, commit: string | undefined): string {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  return commit ? `${time}-${commit.slice(0, 7)}` : time;
}

/** When a build was begun, by its name. */
export function beganAt(id: string): Date {
  const [, year, month, day, hour, minute, second] = ID.exec(id) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Names of the finished builds, the oldest first. */
export function listBuilds(outDir: string): string[] {
  return listNames(outDir).filter(
    (name) => ID.test(name) && !existsSync(unfinishedMark(outDir, name)),
  );
}

/** Names of those that were never finished, or are being made. */
export function listUnfinished(outDir: string): string[] {
  return listNames(outDir)
    .filter((name) => name.endsWith(UNFINISHED))
    .map((name) => name.slice(0, -UNFINISHED.length));
}

/** The name of the one in place; undefined: none is. */
export function findInPlace(outDir: string): string | undefined {
  const entry = lstatSync(outDir, { throwIfNoEntry: false });
  return entry?.isSymbolicLink() ? basename(readlinkSync(outDir)) : undefined;
}

function listNames(outDir: string): string[] {
  const folder = buildsFolder(outDir);
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
