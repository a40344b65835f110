import { randomBytes } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { aMailServer } from '../../support/mail/a-mail-server.ts';
import { aProcess, type Process, type ProcessOptions } from './a-process.ts';

export interface RigOptions {
  /** Puts DATA_DIR on a disk of its own. */
  disk?: (folder: string) => { unmount(): void };
  environment?: Record<string, string>;
}

/**
 * All that a fault needs around it: a folder, a mail server, a routing file, a key, a clock that can be
 * moved, and a note of what was attempted, told and written.
 */
export async function aRig(options: RigOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const disk = options.disk?.(join(folder, 'disk'));
  const dataDir = join(folder, disk ? 'disk/data' : 'data');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const mail = await aMailServer();
  const project = join(folder, 'project');
  copyWithoutListings(project);
  const clockFile = join(folder, 'clock');
  const routingFile = join(folder, 'routing.yaml');
  const written: string[] = [];
  const processes: Process[] = [];
  const environment: Record<string, string> = {
    DATA_DIR: dataDir,
    REFERRAL_KEY: randomBytes(32).toString('base64'),
    SMTP_URL: mail.url,
    MAIL_FROM: 'referrals@directory.example',
    ROUTING_FILE: routingFile,
    NODE_EXTRA_CA_CERTS: mail.caFile,
    CLOCK_FILE: clockFile,
    // That of the build in dist/.
    SITE_URL: process.env.SITE_URL ?? '',
    LOG_LEVEL: 'debug',
    PORT: '0',
    TRUSTED_PROXIES: '127.0.0.1',
    ...options.environment,
  };

  const closing: (() => void)[] = [];
  let passedMs = 0;
  const rig = {
    folder,
    dataDir,
    mail,
    environment,
    written,
    processes,
    routingFile,
    key: Buffer.from(environment.REFERRAL_KEY ?? '', 'base64'),
    /** Every address that a resident was sent to, or asked for. */
    addresses: [] as string[],
    /** Form tokens posted. */
    attempted: new Set<string>(),
    /** Form token → the reference that was told. */
    acknowledged: new Map<string, string>(),
    kills: 0,
    /** How far the clock of every process is from the real one. */
    shiftMs: 0,
    /** Time passes in every process. */
    letPass(ms: number) {
      passedMs += ms;
      rig.jumpClock(ms);
    },
    /** Only what the clock says changes, as when somebody sets it. */
    jumpClock(byMs: number) {
      rig.shiftMs += byMs;
      // Another process may read at any moment, and must never find half a file.
      writeFileSync(`${clockFile}.new`, `${rig.shiftMs} ${passedMs}`);
      renameSync(`${clockFile}.new`, clockFile);
    },
    now: () => Date.now() + rig.shiftMs,
    writeRouting(change: Record<string, unknown> = {}) {
      writeFileSync(routingFile, stringify({ ...exampleRouting, ...change }));
    },
    /** Where the desk and the worker run: our content without the listings, so that they start soon. */
    project,
    start(
      about: Omit<ProcessOptions, 'environment' | 'written'> & {
        environment?: Record<string, string>;
      },
    ): Process {
      const started = aProcess({
        cwd: project,
        ...about,
        written,
        environment: { ...environment, ...about.environment },
      });
      processes.push(started);
      return started;
    },
    /** Lets the process that waits for this file die at its point, once. */
    arm: (killFile: string) => writeFileSync(killFile, ''),
    async kill(process: Pick<Process, 'kill'>) {
      rig.kills += 1;
      await process.kill();
    },
    /** For what a fault has started besides processes. */
    onClose: (run: () => void) => closing.push(run),
    async close() {
      await Promise.all(processes.filter((one) => one.isRunning()).map((one) => one.kill()));
      for (const run of closing) run();
      await mail.close();
      disk?.unmount();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  rig.jumpClock(0);
  rig.writeRouting();
  return rig;
}

export type Rig = Awaited<ReturnType<typeof aRig>>;

/** No listings, and nothing that names any: referrals need neither, and start sooner without. */
function copyWithoutListings(project: string): void {
  const left = ['organisations', 'situations'].map((folder) => `${join('content', folder)}/`);
  cpSync('content', join(project, 'content'), {
    recursive: true,
    filter: (from) => !left.some((folder) => from.startsWith(folder)),
  });
  const path = join(project, 'content', 'lists', 'needs.yaml');
  const file = parse(readFileSync(path, 'utf8'));
  for (const need of file.needs) need.first = [];
  writeFileSync(path, stringify(file));
}

const words = (name: string) => ({ en: name, bn: name, so: name });

const networks = ['U50771', 'U54453', 'U87199', 'U60865', 'U09193', 'U08803', 'U37286'];

export const exampleRouting = {
  version: 'first',
  allowedDomains: ['mail.example'],
  teams: {
    borough: { name: words('the borough team'), mailbox: 'borough@mail.example' },
    east: { name: words('the team of the east'), mailbox: 'east@mail.example' },
    west: { name: words('the team of the west'), mailbox: 'west@mail.example' },
  },
  borough: 'borough',
  practices: { F84012: 'east' },
  networks: Object.fromEntries(networks.map((network) => [network, 'borough'])),
  operatorMailbox: 'operator@mail.example',
};
