import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { countStates, readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { MINUTE_MS } from './rig/one-letter.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk, type Desk } from './rig/processes/desk.ts';
import { missing, mountExt4, mountSmall } from './rig/processes/machine.ts';
import { aWorker, deliverAll } from './rig/processes/worker.ts';

let small: ReturnType<typeof mountSmall>;
const onSmall = (folder: string) => {
  small = mountSmall(folder, '1m');
  return small;
};

fault(8, { part: 'no room kept', disk: onSmall, missing: missing.tmpfs }, async (rig) => {
  const desk = await aDesk(rig);
  const refused = await postUntilRefused(desk);
  expect(refused.told).toBe('N');
  expect((await desk.health()).writable).toBe(false);
  expect(readStored(rig).referrals).toHaveLength(rig.acknowledged.size);
  expect((await desk.post(refused.token)).told).toBe('N');

  await aWorker(rig);
  const stored = rig.acknowledged.size;
  await aWhile(4000);
  const meanwhile = countStates(readStored(rig))['handed-over'] ?? 0;
  small.grow('8m');
  await eventually(() => countStates(readStored(rig))['handed-over'] === stored);
  expect(await desk.post(refused.token)).toMatchObject({ told: 'S', repeated: false });
  await deliverAll(rig);
  return {
    told: 'S until full, then N, then S',
    figure: `${meanwhile} of ${stored} sent while full`,
  };
});

const onLarger = (folder: string) => {
  small = mountSmall(folder, '24m');
  return small;
};

fault(8, { part: 'room kept', disk: onLarger, missing: missing.tmpfs }, async (rig) => {
  const reserve = join(rig.dataDir, 'referrals.reserve');
  const bytes = () => statSync(reserve, { throwIfNoEntry: false })?.size;
  await rig.mail.behave('refused');
  const desk = await aDesk(rig);
  await aWorker(rig);
  const kept = await eventually(bytes);
  const first = await desk.post();
  for (let count = 0; count < 19; count += 1) await desk.post();
  const { bavail, bsize } = statfsSync(rig.dataDir);
  writeFileSync(join(rig.dataDir, '..', 'filler'), Buffer.alloc((bavail - 60) * bsize));
  const refused = await postUntilRefused(desk);
  expect(refused.told).toBe('N');
  const stored = rig.acknowledged.size;

  await rig.mail.behave({});
  rig.letPass(10 * MINUTE_MS);
  await eventually(() => countStates(readStored(rig))['handed-over'] === stored);
  rig.letPass(MINUTE_MS);
  await eventually(() => rig.mail.copies.some(({ to }) => to === 'operator@mail.example'));
  expect(bytes()).toBe(0);
  expect((await desk.post(refused.token)).told).toBe('N');
  expect(await desk.post(first.token)).toMatchObject({ told: 'S', repeated: true });
  expect(await desk.health()).toMatchObject({ writable: false, counts: { handedOver: stored } });

  small.grow('64m');
  rig.letPass(2 * MINUTE_MS);
  await eventually(() => bytes() === kept);
  expect(await desk.post(refused.token)).toMatchObject({ told: 'S', repeated: false });
  await deliverAll(rig);
  return { told: 'S until full, then N, then S', figure: `${stored} of ${stored} sent while full` };
});

fault(12, { disk: onSmall, missing: missing.tmpfs }, async (rig) => {
  const desk = await aDesk(rig);
  const first = await desk.post();
  expect((await desk.health()).writable).toBe(true);
  // What is left of the disk, so that not even the log can grow.
  const { bavail, bsize } = statfsSync(rig.dataDir);
  writeFileSync(join(rig.dataDir, '..', 'filler'), Buffer.alloc(bavail * bsize));
  const refused = await postUntilRefused(desk);
  expect(refused.told).toBe('N');
  expect(readStored(rig).referrals.map(({ reference }) => reference)).toContain(first.reference);
  expect(readStored(rig).referrals).toHaveLength(rig.acknowledged.size);
  small.grow('8m');
  expect((await desk.post(refused.token)).told).toBe('S');
  await deliverAll(rig);
  return { told: 'S, then N, then S' };
});

async function postUntilRefused(desk: Desk) {
  for (;;) {
    const sent = await desk.post();
    if (sent.told !== 'S') return sent;
  }
}

fault(9, { missing: missing.strace, timeoutMs: 120_000 }, async (rig) => {
  const desk = await aDesk(rig);
  expect((await desk.post()).told).toBe('S');
  const told: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const detach = await failSyncs(desk.pid);
    const unsure = await desk.post();
    await detach();
    told.push(unsure.told);
    // Pressed again, twice: one reference, and one row.
    const running = desk.isRunning() ? desk : await aDesk(rig);
    const second = await running.post(unsure.token);
    const third = await running.post(unsure.token);
    expect(second.told).toBe('S');
    expect(third.reference).toBe(second.reference);
  }
  expect(told.filter((answer) => answer !== '?' && answer !== 'cut')).toEqual([]);
  expect(readStored(rig).referrals).toHaveLength(5);
  await deliverAll(rig);
  return { told: `${told.join(' ')}, then S` };
});

/** From here on every fsync of the process fails, as on a disk that is breaking. */
async function failSyncs(pid: number) {
  const inject = ['-e', 'inject=fsync,fdatasync:error=EIO'];
  const words = ['-f', '-p', String(pid), '-e', 'trace=fsync,fdatasync', ...inject];
  const strace = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  strace.stderr.on('data', (text) => {
    said += text;
  });
  await eventually(() => said.includes('attached'));
  return async () => {
    strace.kill('SIGINT');
    await once(strace, 'close');
    expect(said).toContain('INJECTED');
  };
}

let disk: ReturnType<typeof mountExt4>;
const onExt4 = (folder: string) => {
  disk = mountExt4(folder);
  return disk;
};

fault(11, { disk: onExt4, missing: missing.ext4 }, async (rig) => {
  const desk = await aDesk(rig);
  const first = await desk.post();
  disk.giveUp();
  const refused = await desk.post();
  expect(['N', '?']).toContain(refused.told);
  expect((await desk.health()).writable).toBe(false);
  await desk.stop();
  disk.mountAgain();

  const again = await aDesk(rig);
  expect((await again.health()).writable).toBe(true);
  const second = await again.post(refused.token);
  expect(second.told).toBe('S');
  expect(readStored(rig).referrals.map(({ reference }) => reference)).toEqual([
    first.reference,
    second.reference,
  ]);
  await deliverAll(rig);
  return { told: `${refused.told}, then S` };
});
