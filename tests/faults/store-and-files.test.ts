import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { sayThatItIsTheStore } from './rig/processes/operator.ts';
import { deliverAll } from './rig/processes/worker.ts';

const { signals } = missing;
const PAGE = 4096;

/** Some referrals, in a folder that is then a whole backup: every file, and nothing running. */
async function someStored(rig: Rig, how: 'stop' | 'kill') {
  const desk = await aDesk(rig);
  for (let count = 0; count < 12; count += 1) await desk.post();
  await (how === 'stop' ? desk.stop() : rig.kill(desk));
  const backup = join(rig.folder, 'backup');
  cpSync(rig.dataDir, backup, { recursive: true });
  const file = (name: string) => join(rig.dataDir, `referrals.sqlite${name}`);
  return {
    file,
    /** As an operator does it: the damaged files away, the whole ones back. */
    putBack() {
      rmSync(rig.dataDir, { recursive: true });
      cpSync(backup, rig.dataDir, { recursive: true });
    },
  };
}

/** What a server says that does not start on these files. */
async function refusal(rig: Rig): Promise<string> {
  return aDesk(rig).then(
    () => 'started',
    (why: unknown) => String(why),
  );
}

async function restored(rig: Rig) {
  const begun = performance.now();
  const desk = await aDesk(rig);
  expect((await desk.post()).told).toBe('S');
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  await rig.mail.behave({});
  await sayThatItIsTheStore(rig);
  await deliverAll(rig);
  return { told: 'no server, then S', figure: `accepts ${seconds} s after the files are back` };
}

fault(38, { part: 'page bit-flipped', missing: signals }, async (rig) => {
  const { file, putBack } = await someStored(rig, 'stop');
  const bytes = readFileSync(file(''));
  const pages = bytes.length / PAGE;
  let noticed = 0;
  for (let page = 1; page < pages; page += Math.ceil(pages / 6)) {
    // The page's own header, and the list of what is on it.
    const damaged = Buffer.from(bytes);
    for (const at of [0, 3, 8, 9]) {
      damaged[page * PAGE + at] = (damaged[page * PAGE + at] ?? 0) ^ 0x55;
    }
    writeFileSync(file(''), damaged);
    const said = await refusal(rig);
    if (said.includes('is damaged')) noticed += 1;
    else expect(said).toBe('started');
    for (const one of rig.processes) if (one.isRunning()) await one.kill();
  }
  expect(noticed).toBeGreaterThan(2);
  putBack();
  return restored(rig);
});

fault(38, { part: 'file truncated', missing: signals }, async (rig) => {
  const { file, putBack } = await someStored(rig, 'stop');
  const size = readFileSync(file('')).length;
  for (const left of [size - PAGE, Math.floor(size / 2), 100]) {
    truncateSync(file(''), left);
    expect(await refusal(rig)).toContain('is damaged');
    expect(readFileSync(file('')).length, 'nothing is changed').toBe(left);
    putBack();
  }
  return restored(rig);
});

fault(38, { part: 'log torn', missing: signals }, async (rig) => {
  const { file, putBack } = await someStored(rig, 'kill');
  const all = [...rig.acknowledged.values()];
  const size = readFileSync(file('-wal')).length;
  for (const left of [size - 1, Math.floor(size * 0.6), 33]) {
    truncateSync(file('-wal'), left);
    const desk = await aDesk(rig);
    const kept = readStored(rig).referrals.map(({ reference }) => reference);
    expect(kept).toEqual(all.slice(0, kept.length));
    expect(kept.length).toBeLessThan(all.length);
    await desk.says(/referral\.rows-missing/);
    await desk.kill();
    putBack();
  }
  return restored(rig);
});

fault(41, { missing: signals }, async (rig) => {
  const { file, putBack } = await someStored(rig, 'kill');
  rmSync(file('-wal'));
  rmSync(file('-shm'), { force: true });
  const desk = await aDesk(rig);
  await desk.says(/"level":"error".*"event":"referral.rows-missing"/);
  expect(await desk.health()).toMatchObject({ rowsMissing: 12 });
  await desk.stop();
  renameSync(rig.dataDir, `${rig.dataDir}.without-log`);
  cpSync(`${rig.dataDir}.without-log`, rig.dataDir, { recursive: true });
  putBack();
  const again = await aDesk(rig);
  expect(await again.health()).toMatchObject({ rowsMissing: 0 });
  await rig.mail.behave({});
  await sayThatItIsTheStore(rig);
  await deliverAll(rig);
  return { told: 'S', figure: '12 rows missing, said at start' };
});

fault(42, { missing: missing.proc }, async (rig) => {
  const limited = ['bash', '-c', 'ulimit -n 64; exec "$0" "$@"'];
  const desk = await aDesk(rig, { wrap: limited });
  const port = Number(new URL(desk.origin).port);
  const first = await desk.post();
  const idle = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
  for (const socket of idle) socket.on('error', () => undefined);
  await aWhile(500);
  const during = await Promise.all(Array.from({ length: 5 }, () => desk.post()));
  for (const socket of idle) socket.destroy();
  const after = await eventually(async () => {
    const again = await desk.post(during[0]?.token);
    return again.told === 'S' && again;
  });
  expect(first.told).toBe('S');
  expect(after.told).toBe('S');
  expect(desk.isRunning()).toBe(true);
  for (const { token } of during) expect((await desk.post(token)).told).toBe('S');
  const told = [...new Set(during.map((one) => one.told))].join(' or ');
  await deliverAll(rig);
  return { told: `${told}, then S` };
});
