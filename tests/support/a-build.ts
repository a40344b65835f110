import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hashSources, noteSources } from '../../src/platform/build-sources.ts';

/** A folder as `npm run build` leaves one: a home page, and pages made on demand that only have /health. */
export function aBuild({
  madeFrom = hashSources('.'),
  healthStatus = 200,
}: {
  madeFrom?: string;
  healthStatus?: number;
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'client'));
  mkdirSync(join(folder, 'server'));
  writeFileSync(join(folder, 'client/index.html'), 'Home');
  writeFileSync(
    join(folder, 'server/entry.mjs'),
    `export const handler = async (request, response) => response.writeHead(${healthStatus}).end();`,
  );
  noteSources(folder, madeFrom);
  return folder;
}
