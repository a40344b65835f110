import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseUnit } from '../../tests/support/docs/a-unit.ts';
import { holdSocket } from '../../tests/support/site/a-service-manager.ts';

const UNITS = '/etc/systemd/system';
const LOG = '/run/rehearsal.log';

type Unit = ReturnType<typeof parseUnit>;
interface Running {
  /** Resolves once it has ended. */
  end(): Promise<void>;
}

/**
 * Stands in for systemd on the machine of a rehearsal: units from where the guide puts them, sockets that are kept,
 * users, credentials and state folders. It confines nothing: tests/operating/units.test.ts does.
 */
export async function startServiceManager({
  reload,
}: {
  /** For what is not a unit of ours: a proxy. */
  reload: (name: string) => Promise<void>;
}): Promise<void> {
  writeFileSync(LOG, '');
  const sockets = new Map<string, Awaited<ReturnType<typeof holdSocket>>>();
  const services = new Map<string, Running>();

  async function start(name: string): Promise<void> {
    if (name.endsWith('.timer') || services.has(name) || sockets.has(name)) return;
    const unit = readInstalled(name);
    if (name.endsWith('.socket')) {
      const [, host, port] = /^(.*):(\d+)$/.exec(unit.all('ListenStream')[0] ?? '') ?? [];
      const held = await holdSocket(Number(port), host);
      for (const stream of [held.holder.stdout, held.holder.stderr]) {
        stream?.on('data', (chunk) => appendFileSync(LOG, chunk));
      }
      sockets.set(name, held);
      return;
    }
    for (const needed of unit.all('Requires')) await start(needed);
    const launch = prepare(name, unit);
    const socket = sockets.get(name.replace(/service$/, 'socket'));
    if (unit.all('Type')[0] === 'oneshot') runToEnd(name, launch);
    else services.set(name, socket ? startOnSocket(socket, launch) : startPlain(launch));
  }

  async function stop(name: string): Promise<void> {
    await services.get(name)?.end();
    services.delete(name);
    const held = sockets.get(name);
    sockets.delete(name);
    if (!held) return;
    held.holder.disconnect();
    await once(held.holder, 'exit');
  }

  async function run(verb: string, names: readonly string[], input: string): Promise<string> {
    if (verb === 'daemon-reload') return '';
    if (verb === 'edit') return dropIn(names[0] ?? '', input);
    const units = names.map((name) => (/\.\w+$/.test(name) ? name : `${name}.service`));
    // A server goes on while its socket is stopped; here it would go with it.
    const servicesFirst = units.toSorted(
      (one, other) => Number(one.endsWith('.socket')) - Number(other.endsWith('.socket')),
    );
    if (['stop', 'disable', 'restart'].includes(verb)) {
      for (const name of servicesFirst) await stop(name);
    }
    for (const name of units) {
      if (['start', 'enable', 'restart'].includes(verb)) await start(name);
      if (verb === 'reload') await reload(name);
    }
    if (verb !== 'status') return '';
    return units.map((name) => `${name} ${services.has(name) ? 'active' : 'inactive'}`).join('\n');
  }

  const server = createServer(async (request, response) => {
    const asked = new URLSearchParams(await text(request));
    const words = (asked.get('words') ?? '').split('\n').filter((word) => !word.startsWith('--'));
    const [verb = '', ...names] = words;
    try {
      response.end(await run(verb, names, asked.get('input') ?? ''));
    } catch (fault) {
      response.writeHead(500).end(`systemctl ${words.join(' ')}: ${String(fault)}`);
    }
  });
  server.listen('/run/rehearsal.sock');
  server.unref();
  await once(server, 'listening');
}

/** With its drop-ins, as systemd reads it. */
function readInstalled(name: string): Unit {
  const folder = `${UNITS}/${name}.d`;
  const dropIns = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const files = [`${UNITS}/${name}`, ...dropIns.map((each) => `${folder}/${each}`)];
  return parseUnit(files.map((file) => readFileSync(file, 'utf8')).join('\n'));
}

function dropIn(name: string, text: string): string {
  mkdirSync(`${UNITS}/${name}.d`, { recursive: true });
  writeFileSync(`${UNITS}/${name}.d/override.conf`, `${text}\n`);
  return '';
}

interface Launch {
  command: string[];
  cwd: string;
  environment: Record<string, string>;
}

/** Folders, credentials and the command of a unit, as its user. */
function prepare(name: string, unit: Unit): Launch {
  const [user = 'root'] = unit.all('User');
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim());
  const owner = { uid: id('-u'), gid: id('-g') };
  if (!(owner.uid >= 0)) throw new Error(`there is no user ${user}`);
  const credentials = `/run/credentials/${name}`;
  rmSync(credentials, { recursive: true, force: true });
  mkdirSync(credentials, { recursive: true });
  for (const each of unit.all('LoadCredential')) {
    const [as, from = ''] = each.split(':');
    copyFileSync(from, `${credentials}/${as}`);
    chownSync(`${credentials}/${as}`, owner.uid, owner.gid);
    chmodSync(`${credentials}/${as}`, 0o400);
  }
  for (const folder of unit.all('StateDirectory')) {
    mkdirSync(`/var/lib/${folder}`, { recursive: true });
    chownSync(`/var/lib/${folder}`, owner.uid, owner.gid);
    chmodSync(`/var/lib/${folder}`, 0o700);
  }
  const expanded = (value: string) => value.replaceAll('%d', credentials);
  const setting = Object.entries(unit.environment).map(([key, value]) => [key, expanded(value)]);
  const umask = unit.all('UMask')[0] ?? '0022';
  const asUser = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups', '--'];
  return {
    command: [
      'sh',
      '-c',
      `umask ${umask}; exec "$@"`,
      'sh',
      ...asUser,
      ...unit.command.map(expanded),
    ],
    cwd: unit.all('WorkingDirectory')[0] ?? '/',
    environment: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LANG: 'C.UTF-8',
      ...Object.fromEntries(setting),
    },
  };
}

function runToEnd(name: string, { command, cwd, environment }: Launch): void {
  const [program = '', ...words] = command;
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    env: environment,
    encoding: 'utf8',
  });
  appendFileSync(LOG, stdout + stderr);
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`);
}

function startOnSocket(
  { holder }: Awaited<ReturnType<typeof holdSocket>>,
  launch: Launch,
): Running {
  holder.send({ start: launch });
  const gone = once(holder, 'message');
  return {
    end: async () => {
      holder.send({ signal: 'SIGTERM' });
      await gone;
    },
  };
}

function startPlain({ command, cwd, environment }: Launch): Running {
  const [program = '', ...words] = command;
  const child = spawn(program, words, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => appendFileSync(LOG, chunk));
  }
  const gone = once(child, 'exit');
  return {
    end: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
