import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { aPostgres, findPostgresPrograms } from '../support/machine/a-postgres.ts';
import type { Rig } from './rig/a-rig.ts';
import { countStates, readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { referralCopies } from './rig/one-letter.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { onPostgres } from './rig/processes/on-postgres.ts';
import { runOperator } from './rig/processes/operator.ts';
import { aWorker, deliverAll } from './rig/processes/worker.ts';
import { scaled } from './rig/scale.ts';

const WAITING = 3;
const HOUR_MS = 60 * 60_000;

fault(51, { missing: missing.signals }, async (rig) => {
  const copy = join(rig.folder, 'copy');
  return putBack(rig, {
    take: () => cpSync(rig.dataDir, copy, { recursive: true }),
    restore: async () => {
      rmSync(rig.dataDir, { recursive: true });
      cpSync(copy, rig.dataDir, { recursive: true });
    },
    store: () => join(rig.dataDir, 'referrals.sqlite'),
  });
});

fault(51, { part: 'PostgreSQL', missing: missing.postgres }, async (rig) => {
  await onPostgres(rig);
  const dump = join(rig.folder, 'copy.dump');
  const run = (program: string, ...words: string[]) =>
    execFileSync(join(findPostgresPrograms() ?? '', program), words, { stdio: 'pipe' });
  const url = () => rig.environment.DATABASE_URL ?? '';
  return putBack(rig, {
    take: () => run('pg_dump', '--format=custom', `--file=${dump}`, url()),
    restore: async () => {
      const another = await aPostgres();
      rig.onClose(() => another.close());
      rig.environment.DATABASE_URL = another.aDatabase();
      run('pg_restore', `--dbname=${url()}`, dump);
    },
    store: () => new URL(url()).host + new URL(url()).pathname,
  });
});

/** `store`: by the name that mark-restored asks to be told again. */
async function putBack(
  rig: Rig,
  about: { take: () => unknown; restore: () => Promise<void>; store: () => string },
) {
  await storeWaiting(rig, WAITING);
  about.take();
  await rig.mail.behave();
  await deliverAll(rig);
  expect(referralCopies(rig)).toHaveLength(WAITING);
  await about.restore();

  const worker = await aWorker(rig);
  const desk = await aDesk(rig);
  await eventually(async () => (await desk.health()).troubles?.includes('restored-undecided'));
  rig.letPass(HOUR_MS);
  await aWhile(2500);
  expect(referralCopies(rig), 'before somebody decided').toHaveLength(WAITING);
  await runOperator(rig, ['mark-restored', '--yes', about.store()]);
  rig.letPass(HOUR_MS);
  expect((await desk.post()).told).toBe('S');
  await eventually(() => referralCopies(rig).length === WAITING + 1 || undefined);
  await worker.stop();
  expect(countStates(readStored(rig))).toEqual({ 'needs-human': WAITING, 'handed-over': 1 });
  return { told: 'S', figure: `${WAITING} that were sent since wait for a person` };
}

fault(52, { missing: missing.signals }, (rig) => replaceKey(rig));
fault(52, { part: 'PostgreSQL', missing: missing.postgres }, async (rig) => {
  await onPostgres(rig);
  return replaceKey(rig);
});

async function replaceKey(rig: Rig) {
  const { REFERRAL_KEY: before = '' } = rig.environment;
  const old = await aDesk(rig);
  await storeWaiting(rig, WAITING);
  const oldWorker = await aWorker(rig);
  rig.environment.REFERRAL_KEY = randomBytes(32).toString('base64');
  rig.environment.REFERRAL_KEY_BEFORE = before;

  const kills = scaled(3, 20);
  for (let round = 0; round < kills; round += 1) {
    const starting = rig.start({ program: 'tests/faults/programs/desk.ts' });
    await aWhile(Math.random() * 2500);
    await rig.kill(starting);
  }
  const desk = await aDesk(rig);
  for (const one of [desk, old, desk]) expect((await one.post()).told).toBe('S');
  await rig.mail.behave();
  // Beyond the next try of each, and short of an alert that letters wait.
  rig.letPass(10 * 60_000);
  await aWhile(2500);
  // PostgreSQL goes by its own clock, on which the next try is a minute away.
  await deliverAll(rig, 150_000);
  await oldWorker.stop();
  expect(countStates(readStored(rig))).toEqual({ 'handed-over': WAITING + 3 });
  expect(referralCopies(rig)).toHaveLength(WAITING + 3);

  const refused = rig.start({
    program: 'scripts/deliver.ts',
    environment: { REFERRAL_KEY: before, REFERRAL_KEY_BEFORE: '' },
  });
  expect(await refused.exited).toBe(1);
  return { told: 'S', figure: `${kills} kills of a server that takes the new key into use` };
}

/** Referrals that the mail server does not take yet. */
async function storeWaiting(rig: Rig, count: number): Promise<void> {
  await rig.mail.behave('recipient-450');
  const desk = await aDesk(rig);
  for (let posted = 0; posted < count; posted += 1) await desk.post();
  await desk.stop();
}
