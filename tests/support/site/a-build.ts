import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseConfig } from '../../../src/platform/config.ts';
import { noteBuiltFiles } from '../../../src/platform/files/build-files.ts';
import { hashSources, noteSources } from '../../../src/platform/files/build-sources.ts';
import { noteBuildVersion } from '../../../src/platform/files/build-version.ts';

/** A folder as `npm run build` leaves one: a home page, and pages made on demand that only have /health. */
export function aBuild({
  madeFrom = hashSources('.'),
  madeFor = parseConfig(process.env).siteUrl.href,
  healthStatus = 200,
  isNoted = false,
}: {
  madeFrom?: string;
  /** Its SITE_URL; null: it does not say. */
  madeFor?: string | null;
  healthStatus?: number;
  /** Whether it says which files it has. */
  isNoted?: boolean;
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
  if (isNoted) noteFiles(folder);
  return folder;
}

// With what every build has besides: the content that it was made of, and what search learnt.
function noteFiles(folder: string): void {
  for (const name of ['content', 'search-index']) {
    cpSync(name, join(folder, 'sources', name), { recursive: true });
  }
  writeFileSync(join(folder, 'search-models.bin'), '');
  noteBuildVersion(folder, { id: 'made-up', builtAt: new Date().toISOString() });
  noteBuiltFiles(folder);
}
