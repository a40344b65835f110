/** Where the routing is read from, and the note of which file is in use. */
import { readTextFile, stampFile, writePrivateFile } from '../platform/files/text-file.ts';
import { hashText } from '../platform/secrets/hash-text.ts';
import { findSource } from './sources.ts';

const EXAMPLE = findSource('content/routing.example.yaml');

/** The routing file as text; undefined: the example. `problem`: it cannot be read. */
export function loadRoutingFile(
  path: string | undefined,
): { name: string; text: string } | { problem: string } {
  const name = path ?? EXAMPLE;
  const read = readTextFile(name);
  return 'text' in read
    ? { name, text: read.text }
    : { problem: `${name}: this file cannot be read (${read.fault}). ROUTING_FILE names it.` };
}

/** Tells one state of the file from the next without reading it. */
export function stampRoutingFile(path: string | undefined) {
  return stampFile(path ?? EXAMPLE);
}

interface UsedRouting {
  version: string;
  /** Of the file's text. */
  hash: string;
}

/** Notes which file is in use, for who checks the next one. A note that cannot be made is done without. */
export function noteRoutingUsed(dataDir: string, version: string, text: string): void {
  const note: UsedRouting = { version, hash: hashText(text) };
  try {
    writePrivateFile(noteIn(dataDir), JSON.stringify(note));
  } catch {
    // A full disk, for one.
  }
}

/** Whether the file in use has the same version and other content. */
export function isVersionReused(dataDir: string, version: string, text: string): boolean {
  const note = readTextFile(noteIn(dataDir));
  if ('fault' in note) return false;
  try {
    const used: UsedRouting = JSON.parse(note.text);
    return used.version === version && used.hash !== hashText(text);
  } catch {
    return false;
  }
}

function noteIn(dataDir: string): string {
  return `${dataDir}/routing-used.json`;
}
