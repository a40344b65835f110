import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { aPostgres, hasPostgres } from '../support/machine/a-postgres.ts';
import { countStates, readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { referralCopies } from './rig/one-letter.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { runOperator } from './rig/processes/operator.ts';
import { aWorker, deliverAll } from './rig/processes/worker.ts';

fault(40, { missing: missing.signals, timeoutMs: 120_000 }, async (rig) => {
  await rig.mail.behave({});
  const desk = await aDesk(rig);
  for (let count = 0; count < 10; count += 1) await desk.post();
  await deliverAll(rig);
  const file = join(rig.folder, 'backup.sqlite');

  let done = false;
  const client = async () => {
    while (!done) await desk.post();
  };
  const clients = Promise.all([client(), client(), client()]);
  await runOperator(rig, ['backup', file]);
  done = true;
  await clients;
  await deliverAll(rig);
  await desk.stop();
  const sent = referralCopies(rig).length;
  expect(sent).toBe(rig.acknowledged.size);

  // The disk is gone. Letters that waited when the backup was made have been sent since.
  for (const name of readdirSync(rig.dataDir)) rmSync(join(rig.dataDir, name), { recursive: true });
  await runOperator(rig, ['restore', file]);
  const restored = readStored(rig);
  const all = [...rig.acknowledged.values()];
  for (const { reference } of restored.referrals) expect(all).toContain(reference);
  await aWorker(rig);
  rig.letPass(60 * 60_000);
  await aWhile(2500);
  expect(referralCopies(rig)).toHaveLength(sent);
  const states = countStates(readStored(rig));
  expect(Object.keys(states).toSorted()).toEqual(['handed-over', 'needs-human']);
  const again = await aDesk(rig);
  expect((await again.post()).told).toBe('S');
  await aWhile(2500);
  return {
    told: 'S',
    figure: `${restored.referrals.length} of ${all.length} in the backup, ${states['needs-human']} to be looked at`,
  };
});

fault(
  10,
  {
    part: 'PostgreSQL goes away',
    missing: hasPostgres ? missing.signals : 'PostgreSQL is not installed',
    timeoutMs: 120_000,
  },
  async (rig) => {
    const postgres = await aPostgres();
    rig.onClose(postgres.close);
    const desk = await aDesk(rig, { environment: { DATABASE_URL: postgres.aDatabase() } });
    expect((await desk.post()).told).toBe('S');
    postgres.stop('immediate');
    const refused = await desk.post();
    expect(['N', '?']).toContain(refused.told);
    postgres.start();
    const second = await desk.post(refused.token);
    const third = await desk.post(refused.token);
    expect(second.told).toBe('S');
    expect(third.reference).toBe(second.reference);
    expect((await desk.health()).counts).toMatchObject({ accepted: 2, pending: 2 });
    await eventually(() => desk.log().includes('"reason":"unreachable"'));
    // The books of this one are in PostgreSQL, and were checked above.
    rig.acknowledged.clear();
    await desk.stop();
    return { told: `${refused.told}, then S`, stored: '2', copies: '-' };
  },
);
