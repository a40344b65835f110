import fs from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../secrets/hash-text.ts';

const EXAMPLE = 'content/routing.example.yaml';

/** The routing file as text; undefined: the example. `problem`: it cannot be read. */
export function loadRoutingFile(
  path: string | undefined,
): { name: string; text: string } | { problem: string } {
  const name = path ?? EXAMPLE;
  try {
    return { name, text: fs.readFileSync(name, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    return { problem: `${name}: this file cannot be read (${code}). ROUTING_FILE names it.` };
  }
}

/** Tells one state of the file from the next without reading it. */
export function lookAtRoutingFile(path: string | undefined): { stamp: string; changedAt: number } {
  const found = fs.statSync(path ?? EXAMPLE, { throwIfNoEntry: false });
  if (!found) return { stamp: 'none', changedAt: 0 };
  const { mtimeMs, size, ino } = found;
  return { stamp: `${mtimeMs} ${size} ${ino}`, changedAt: mtimeMs };
}

interface UsedRouting {
  version: string;
  /** Of the file's text. */
  hash: string;
}

/** Notes which file is in use, for who checks the next one. A note that cannot be made is done without. */
export function noteRoutingUsed(dataDir: string, version: string, text: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const note = JSON.stringify({ version, hash: hashText(text) } satisfies UsedRouting);
    fs.writeFileSync(noteIn(dataDir), note, { mode: 0o600 });
  } catch {
    // A full disk, for one.
  }
}

/** Whether the file in use has the same version and other content. */
export function isVersionReused(dataDir: string, version: string, text: string): boolean {
  try {
    const used: UsedRouting = JSON.parse(fs.readFileSync(noteIn(dataDir), 'utf8'));
    return used.version === version && used.hash !== hashText(text);
  } catch {
    return false;
  }
}

function noteIn(dataDir: string): string {
  return join(dataDir, 'routing-used.json');
}
