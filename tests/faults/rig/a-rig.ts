import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { aMailServer } from '../../support/mail/a-mail-server.ts';
import { aShiftedClock } from './a-shifted-clock.ts';
import { exampleRouting } from './example-routing.ts';
import { aProcess, type Process, type ProcessOptions } from './processes/a-process.ts';
import { copyWithoutListings } from './without-listings.ts';

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
  const processes: Process[] = [];
  const environment = {
    ...settingsOf({ dataDir, routingFile, clockFile, mail }),
    ...options.environment,
  };
  const closing: (() => void)[] = [];
  const clock = aShiftedClock(clockFile);
  const rig = {
    folder,
    dataDir,
    mail,
    environment,
    processes,
    routingFile,
    ...noRecord(),
    key: Buffer.from(environment.REFERRAL_KEY ?? '', 'base64'),
    letPass: clock.letPass,
    jumpClock: clock.jump,
    now: clock.now,
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
        written: rig.written,
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
  rig.writeRouting();
  return rig;
}

export type Rig = Awaited<ReturnType<typeof aRig>>;

function settingsOf({
  dataDir,
  routingFile,
  clockFile,
  mail,
}: {
  dataDir: string;
  routingFile: string;
  clockFile: string;
  mail: { url: string; caFile: string };
}): Record<string, string> {
  return {
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
  };
}

/** What was attempted, told and written, before anything was. */
function noRecord() {
  return {
    /** What the processes wrote. */
    written: [] as string[],
    /** Every address that a resident was sent to, or asked for. */
    addresses: [] as string[],
    /** Form tokens posted. */
    attempted: new Set<string>(),
    /** Form token → the reference that was told. */
    acknowledged: new Map<string, string>(),
    kills: 0,
  };
}
