import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority } from '../mail/certificates.ts';
import { PRODUCTION_URL } from './a-production-site.ts';

/** Which of the guide's proxies this machine has. */
export const proxies = { nginx: has('nginx', '-v'), caddy: has('caddy', 'version') };
export type ProxyName = keyof typeof proxies;

/** The name that stands in the guide's files for one's own. */
const EXAMPLE_HOST = 'support.trust.example';
const { host: HOST } = new URL(PRODUCTION_URL);

interface Place {
  folder: string;
  http: number;
  https: number;
  upstreams: readonly number[];
}

/**
 * A real proxy with the guide's own file (docs/deploy), on free ports, before servers on `upstreams`. Paths, ports and
 * the site's name alone are put in place of the file's. `change`: what the guide says to write for several servers, say.
 */
export async function aProxy(
  name: ProxyName,
  upstreams: readonly number[],
  change: (file: string) => string = (file) => file,
) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const place = { folder, http: await freePort(), https: await freePort(), upstreams };
  const authority = createAuthority('Proxy trial');
  const { cert, key } = authority.issue({ hosts: [HOST] });
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  mkdirSync(join(folder, 'logs'));
  const command = name === 'nginx' ? writeNginx(place, change) : writeCaddy(place, change);
  const child = spawn(name, command, {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
  }
  const gone = once(child, 'close');
  await Promise.race([waitForPort(place.https), gone]);
  if (child.exitCode !== null) throw new Error(`${name} did not start:\n${written}`);
  return {
    folder,
    ca: authority.cert,
    origin: `https://127.0.0.1:${place.https}`,
    httpOrigin: `http://127.0.0.1:${place.http}`,
    /** What it wrote itself; its files lie in `folder`/logs. */
    log: () => written,
    close: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeNginx(place: Place, change: (file: string) => string): string[] {
  const { folder, http, https, upstreams } = place;
  const site = change(readFileSync('docs/deploy/nginx.conf', 'utf8'))
    .replaceAll(EXAMPLE_HOST, HOST)
    .replace(/^\s*listen \[::\]:.*\n/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${http};`)
    .replace('listen 443 ', `listen 127.0.0.1:${https} `)
    .replace(/\/etc\/letsencrypt\/live\/[^/]+\/fullchain\.pem/, join(folder, 'cert.pem'))
    .replace(/\/etc\/letsencrypt\/live\/[^/]+\/privkey\.pem/, join(folder, 'key.pem'))
    .replace('/var/log/nginx', join(folder, 'logs'));
  writeFileSync(join(folder, 'site.conf'), withPorts(site, upstreams));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((each) => `${each}_temp_path ${folder}/${each};`)
    .join('\n');
  // As Debian's own, which writes an access log and compresses.
  writeFileSync(
    join(folder, 'nginx.conf'),
    `user root;
daemon off;
pid ${folder}/pid;
error_log ${folder}/logs/error.log;
events { worker_connections 768; }
http {
${temporary}
access_log ${folder}/logs/access.log;
gzip on;
include ${folder}/site.conf;
}
`,
  );
  return ['-c', join(folder, 'nginx.conf'), '-p', folder];
}

function writeCaddy(place: Place, change: (file: string) => string): string[] {
  const { folder, http, https, upstreams } = place;
  const site = change(readFileSync('docs/deploy/Caddyfile', 'utf8'))
    .replaceAll(EXAMPLE_HOST, HOST)
    .replace(/^\{\n/m, `{\n\tadmin off\n\thttp_port ${http}\n\thttps_port ${https}\n`)
    .replace(`${HOST} {`, `${HOST} {\n\ttls ${folder}/cert.pem ${folder}/key.pem`);
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, withPorts(site, upstreams));
  return ['run', '--config', file, '--adapter', 'caddyfile'];
}

/** The addresses of servers, in the order of the file, with the ports of the test. */
function withPorts(file: string, upstreams: readonly number[]): string {
  let at = 0;
  return file.replace(/(127\.0\.0\.1|10\.0\.0\.\d+):4321/g, () => {
    const port = upstreams[at % upstreams.length];
    at += 1;
    return `127.0.0.1:${port}`;
  });
}

async function waitForPort(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function has(program: string, argument: string): boolean {
  return spawnSync(program, [argument]).status === 0;
}
