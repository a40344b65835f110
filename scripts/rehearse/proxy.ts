import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

let running: ChildProcess | undefined;

/** As `systemctl reload caddy`: Caddy with /etc/caddy/Caddyfile, and certificates of its own authority. */
export async function startProxy(name: string): Promise<void> {
  if (name !== 'caddy.service') throw new Error(`a rehearsal has no ${name}`);
  const file = readFileSync('/etc/caddy/Caddyfile', 'utf8').replace(
    /^\{\n/m,
    '{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n',
  );
  mkdirSync('/run/caddy', { recursive: true });
  writeFileSync('/run/caddy/Caddyfile', file);
  if (running) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
  running = spawn('caddy', ['run', '--config', '/run/caddy/Caddyfile', '--adapter', 'caddyfile'], {
    env: { PATH: process.env.PATH, HOME: '/run/caddy' },
    stdio: 'ignore',
  });
}
