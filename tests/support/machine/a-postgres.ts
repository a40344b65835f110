import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = findPrograms();

/** The folder of PostgreSQL's own programs: pg_dump, pg_restore, psql. */
export const findPostgresPrograms = () => programs;

/** Whether this machine has PostgreSQL: Debian's package is looked for, then PATH. */
export const hasPostgres = programs !== undefined;

/**
 * A PostgreSQL of our own in a folder of its own, as it comes: fsync on. Root may not run one, so it
 * then runs as `nobody`.
 */
export async function aPostgres() {
  if (programs === undefined) throw new Error('There is no PostgreSQL on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  const user = process.getuid?.() === 0 ? findNobody() : undefined;
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const run = (program: string, ...given: string[]) => {
    const { status, stdout, stderr } = spawnSync(join(programs, program), given, {
      cwd: folder,
      encoding: 'utf8',
      ...user,
      env: { ...process.env, LC_ALL: 'C' },
    });
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`);
  };
  run('initdb', '-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  let port = await freePort();
  const start = () => {
    const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder}`;
    run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start');
  };
  for (let tries = 1; ; tries += 1) {
    try {
      start();
      break;
    } catch (fault) {
      // Somebody else may have taken the port that was free.
      if (tries === 5) throw fault;
      port = await freePort();
    }
  }
  const databaseUrl = (name: string) => `postgres://tester@127.0.0.1:${port}/${name}`;
  let made = 0;
  return {
    start,
    /** `immediate`: as if it were killed. */
    stop: (mode: 'fast' | 'immediate' = 'fast') =>
      run('pg_ctl', '-D', data, '-m', mode, '-w', 'stop'),
    /** The address of an empty database. */
    aDatabase: () => {
      made += 1;
      run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'tester', `test${made}`);
      return databaseUrl(`test${made}`);
    },
    close: () => {
      spawnSync(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], {
        cwd: folder,
        ...user,
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted() : [];
  const folders = [
    ...versions.toReversed().map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':').filter(Boolean),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

function findNobody(): { uid: number; gid: number } {
  const ask = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim());
  return { uid: ask('-u'), gid: ask('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
