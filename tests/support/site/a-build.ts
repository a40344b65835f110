import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseConfig } from '../../../src/platform/config.ts';
import { hashSources, noteSources } from '../../../src/platform/files/build-sources.ts';

/** A folder as `npm run build` leaves one: a home page, and pages made on demand that only have /health. */
export function aBuild({
  madeFrom = hashSources('.'),
  madeFor = parseConfig(process.env).siteUrl.href,
  healthStatus = 200,
}: {
  madeFrom?: string;
  /** Its SITE_URL; null: it does not say. */
  madeFor?: string | null;
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
  if (madeFor === null) writeFileSync(join(folder, 'built-from.txt'), madeFrom);
  else noteSources(folder, madeFrom, new URL(madeFor));
  return folder;
}
