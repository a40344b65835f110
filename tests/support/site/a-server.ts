import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseConfig } from '../../../src/platform/config.ts';
import { createSiteServer, type ServerOptions } from '../../../src/platform/http/http-server.ts';
import { createProblemPages } from '../../../src/platform/http/problem-page.ts';
import { createLog } from '../../../src/platform/log.ts';

/** Starts the site's server on a free port around files and an on-demand handler made for the test. */
export async function aServer({
  files = {},
  ...options
}: Partial<ServerOptions> & { files?: Record<string, string> } = {}) {
  const lines: string[] = [];
  const folder = aFolder(files);
  const server = createSiteServer({
    handler: async (_request, _response, next) => next(),
    clientDir: folder,
    trustedProxies: parseConfig({}).trustedProxies,
    acceptsPost: () => false,
    isSecret: () => false,
    isCaseFree: () => true,
    problemPage: createProblemPages((problem) => [
      {
        language: 'en',
        direction: 'ltr',
        title: problem,
        text: problem,
        home: { href: '/', label: 'Home' },
      },
    ]),
    log: createLog({ level: 'debug', write: (line) => lines.push(line) }),
    https: false,
    ...options,
  });
  const running = await listening(server);
  return {
    ...running,
    log: () => lines.join('\n'),
    close: () => {
      running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A form as a browser sends it from one of our pages; `headers` in place of its own. */
export function aForm(port: number, body: string, headers: Record<string, string> = {}) {
  return {
    method: 'POST',
    body,
    headers: {
      origin: `http://127.0.0.1:${port}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  };
}

async function listening(server: Server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    /** A request for exactly this path: never follows a redirect. */
    get: (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What comes back for bytes written to the port, until the server closes. */
export async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return received;
}

function aFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
