import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts the site as built (npm run build) on a free port, as `npm run serve` does.
 * What it must remember lies in a folder of its own, unless told otherwise (DATA_DIR).
 * `cwd`: a folder like this one, with its own content. `log()`: everything it has written so far.
 */
export async function startBuiltSite(environment: Record<string, string> = {}, cwd = '.') {
  const dataDir = mkdtempSync(join(tmpdir(), 'site-data-'));
  const child = spawn(process.execPath, ['scripts/serve.ts'], {
    env: {
      ...process.env,
      HOST: '',
      PORT: '0',
      LOG_LEVEL: 'debug',
      DATA_DIR: dataDir,
      ...environment,
    },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
  }
  // 'close' comes once all that it wrote has been read; 'exit' may come before.
  const exited = once(child, 'close').then(([code]) => {
    rmSync(dataDir, { recursive: true, force: true });
    return code as number | null;
  });
  const origin = await waitForOrigin();
  return {
    pid: child.pid ?? 0,
    /** Undefined if it did not start. */
    origin,
    port: Number(origin?.split(':').at(-1)),
    log: () => written,
    /** A request for exactly this path: never follows a redirect. */
    get: (path: string, init: RequestInit = {}) => {
      // A connection that is kept may be closed by the server just as it is used again.
      const headers = new Headers(init.headers);
      headers.set('connection', 'close');
      return fetch(origin + path, { redirect: 'manual', ...init, headers });
    },
    exited,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };

  async function waitForOrigin(): Promise<string | undefined> {
    let code: number | null | undefined;
    void exited.then((status) => {
      code = status ?? -1;
    });
    for (;;) {
      const found = /The site is at (http:\S+)\/\n/.exec(written)?.[1];
      if (found || code !== undefined) return found;
      await Promise.race([once(child.stdout, 'data'), exited]);
    }
  }
}
