import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { canaries } from './rig/evidence/canaries.ts';
import { fault } from './rig/fault.ts';
import { eventually } from './rig/processes/a-process.ts';
import { aDesk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { onPostgres } from './rig/processes/on-postgres.ts';
import { sayThatItIsTheStore } from './rig/processes/operator.ts';
import { aSite } from './rig/processes/site.ts';
import { deliverAll, waitUntilSettled } from './rig/processes/worker.ts';

const ENDS = ['', '-wal', '-shm'];

function filesOf(rig: Rig) {
  const file = (end: string) => join(rig.dataDir, `referrals.sqlite${end}`);
  const kept = (end: string) => join(rig.folder, `kept.sqlite${end}`);
  return {
    keep: () => {
      for (const end of ENDS) copyFileSync(file(end), kept(end));
    },
    remove: (ends = ENDS) => {
      for (const end of ends) rmSync(file(end), { force: true });
    },
    /** As somebody restores a backup who has not read how. */
    replace: () => renameSync(kept(''), file('')),
    putBack: () => {
      for (const end of ENDS) rmSync(file(end), { force: true });
      for (const end of ['', '-wal']) copyFileSync(kept(end), file(end));
    },
  };
}

fault(50, { part: 'deleted, real server', missing: missing.signals }, async (rig) => {
  await rig.mail.behave({});
  const site = await aSite(rig);
  const first = await site.post(await site.openForm());
  expect(first.told).toBe('S');
  await waitUntilSettled(rig);
  const token = await site.openForm();
  const files = filesOf(rig);
  files.keep();
  files.remove();

  const begun = performance.now();
  await site.says(/"event":"worker.part-failed".*"reason":"replaced"/, 20_000);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const refused = await site.post(token);
  expect(refused).toMatchObject({ told: 'N', status: 503 });
  for (const value of [canaries.fullName, canaries.email, canaries.safetyNote]) {
    expect(refused.page).toContain(value);
  }
  const health = await site.get('/health');
  expect(health.status).toBe(503);
  expect(await health.text()).toContain('store-replaced');
  expect((await site.get(first.path ?? '')).status).toBe(503);

  await site.stop();
  files.putBack();
  const again = await aSite(rig);
  expect((await again.post(token)).told).toBe('S');
  await sayThatItIsTheStore(rig);
  await waitUntilSettled(rig);
  return { told: 'N with every answer, then S', figure: `noticed after ${seconds} s` };
});

for (const [part, takeAway] of [
  ['log deleted', ({ remove }) => remove(['-wal'])],
  ['another in its place', ({ replace }) => replace()],
] as const satisfies [string, (files: ReturnType<typeof filesOf>) => void][]) {
  fault(50, { part, missing: missing.signals }, async (rig) => {
    await rig.mail.behave({});
    const desk = await aDesk(rig);
    expect((await desk.post()).told).toBe('S');
    const files = filesOf(rig);
    files.keep();
    const second = join(rig.folder, 'second.sqlite');
    copyFileSync(join(rig.folder, 'kept.sqlite'), second);
    takeAway(files);
    const refused = await desk.post();
    expect(refused.told).toBe('N');
    expect(await desk.health()).toEqual({ writable: false });
    await desk.stop();

    copyFileSync(second, join(rig.folder, 'kept.sqlite'));
    files.putBack();
    const again = await aDesk(rig);
    expect((await again.post(refused.token)).told).toBe('S');
    await sayThatItIsTheStore(rig);
    await deliverAll(rig);
    return { told: 'N, then S' };
  });
}

fault(50, { part: 'PostgreSQL', missing: missing.postgres }, async (rig) => {
  await rig.mail.behave({});
  await onPostgres(rig);
  const desk = await aDesk(rig);
  expect((await desk.post()).told).toBe('S');
  const url = new URL(rig.environment.DATABASE_URL ?? '');
  const name = url.pathname.slice(1);
  const user = url.username;
  url.pathname = '/postgres';
  const tell = (sql: string) => execFileSync('psql', ['-XAtq', '-d', url.href, '-c', sql]);
  tell('create role keeper superuser login');
  url.username = 'keeper';
  const cut = (from: string) =>
    tell(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
  const move = (from: string, to: string) => {
    cut(from);
    tell(`alter database "${from}" rename to "${to}"`);
  };
  move(name, `${name}_away`);
  const refused = await desk.post();
  expect(refused.told).toBe('N');
  await desk.says(/"reason":"no-such-database"/);
  move(`${name}_away`, name);
  await eventually(async () => (await desk.post(refused.token)).told === 'S');
  tell(`alter role "${user}" nologin`);
  cut(name);
  const again = await desk.post();
  expect(again.told).toBe('N');
  await desk.says(/"reason":"wrong-password"/);
  tell(`alter role "${user}" login`);
  await eventually(async () => (await desk.post(again.token)).told === 'S');
  await deliverAll(rig);
  return { told: 'N, then S' };
});
