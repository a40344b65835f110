import fs from 'node:fs';

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
