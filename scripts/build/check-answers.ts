// Whether the build answers: starts the server on it, on a free port and with a store of its own, and asks for
// one page of each kind in each language. A step of `npm run build`, in its copy of the sources.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentNames } from '../../src/platform/config.ts';
import { directory } from '../../src/wiring.ts';
import { listPagesOfEachKind } from './expected-pages.ts';

// To end what hangs: a busy machine may take minutes.
const WAIT_MS = 300_000;
const HEALTH = '/health?ready';
// What a server is set to is not what a build is judged by: no letter leaves, and no database or search server
// is touched.
const UNSET = environmentNames.filter((name) => name !== 'SITE_URL' && name !== 'OUT_DIR');

const dataDir = mkdtempSync(join(tmpdir(), 'build-check-'));
const server = spawn(process.execPath, ['scripts/serve.ts'], {
  env: {
    ...process.env,
    ...Object.fromEntries(UNSET.map((name) => [name, ''])),
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
  },
  stdio: ['ignore', 'pipe', 'pipe'],
});
let written = '';
for (const stream of [server.stdout, server.stderr]) {
  stream.setEncoding('utf8').on('data', (text) => {
    written += text;
  });
}
const exited = once(server, 'close');
// However this ends.
process.once('exit', () => {
  server.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const origin = await findOrigin();
if (origin) await ask(origin);
else refuse([`The server did not start on this build:\n${written}`]);
server.kill('SIGTERM');
await exited;

async function ask(address: string): Promise<void> {
  const refused: string[] = [];
  for (const path of [...listPagesOfEachKind(directory), HEALTH]) {
    const answer = await fetch(address + path, { redirect: 'manual' });
    const text = await answer.text();
    const isWhole = path === HEALTH || text.trimEnd().endsWith('</html>');
    if (answer.status !== 200 || !isWhole) refused.push(`${path} answers ${answer.status}`);
  }
  if (refused.length > 0) refuse([...refused, written]);
}

async function findOrigin(): Promise<string | undefined> {
  const tooLate = AbortSignal.timeout(WAIT_MS);
  while (server.exitCode === null && !tooLate.aborted) {
    const found = /The site is at (http:\S+)\/\n/.exec(written)?.[1];
    if (found) return found;
    await Promise.race([once(server.stdout, 'data', { signal: tooLate }), exited]).catch(() => {});
  }
  return undefined;
}

function refuse(lines: readonly string[]): void {
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
