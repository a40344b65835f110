import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Which build this is, for people and monitors. */
const versionSchema = z.object({
  /** Of the code and content, with "-dirty" where they held more; none: it was built without git. */
  commit: z.string().optional(),
  /** ISO 8601, UTC. */
  builtAt: z.iso.datetime(),
  /** The name of its folder. */
  id: z.string(),
});
export type BuildVersion = z.infer<typeof versionSchema>;

const FILE = 'version.json';

/** Writes it into a build. */
export function noteBuildVersion(outDir: string, version: BuildVersion): void {
  writeFileSync(join(outDir, FILE), `${JSON.stringify(version)}\n`);
}

/** The version of a build; undefined: it does not say. */
export function readBuildVersion(outDir: string): BuildVersion | undefined {
  try {
    return versionSchema.parse(JSON.parse(readFileSync(join(outDir, FILE), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Keeps a file of it open as long as this process runs: by that a build tells which earlier ones are in use. */
export function holdBuild(outDir: string): void {
  const path = join(outDir, FILE);
  if (existsSync(path)) openSync(path, 'r');
}
