import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Answers } from '../../src/referral/form/answers.ts';
import { canaryAnswers } from './rig/evidence/canaries.ts';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { aDesk, aFormToken, type Desk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { deliverAll } from './rig/processes/worker.ts';
import { scaled } from './rig/scale.ts';

const { signals } = missing;

fault(7, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  const many = scaled(20, 100);
  const migrator = rig.start({
    program: 'tests/faults/programs/migrate.ts',
    args: [String(many)],
  });
  const told: string[] = [];
  const client = async () => {
    while (migrator.isRunning()) told.push((await desk.post()).told);
  };
  await Promise.all(Array.from({ length: 10 }, client));
  expect(await migrator.exited).toBe(0);
  expect(migrator.log()).toContain('migrated');
  expect((await desk.post()).told).toBe('S');
  expect(told.filter((answer) => answer !== 'S' && answer !== 'N')).toEqual([]);

  const rows = readStored(rig).referrals;
  expect(rows.map(({ reference }) => reference).toSorted()).toEqual(
    [...rig.acknowledged.values()].toSorted(),
  );
  expect(Object.keys(rows[0] ?? {})).toContain(`extra${many - 1}`);
  await rig.mail.behave({});
  await deliverAll(rig);
  const refused = told.filter((answer) => answer === 'N').length;
  return { told: refused ? 'S or N' : 'S', figure: `${many} migrations, ${told.length} forms` };
});

fault(10, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  await desk.post();
  const other = new DatabaseSync(join(rig.dataDir, 'referrals.sqlite'));
  other.exec('begin immediate');
  const begun = performance.now();
  const refused = await desk.post();
  const seconds = (performance.now() - begun) / 1000;
  expect(refused.told).toBe('N');
  other.exec('rollback');
  other.close();
  expect((await desk.post(refused.token)).told).toBe('S');
  expect(readStored(rig).referrals).toHaveLength(2);
  await deliverAll(rig);
  return { told: 'N, then S', figure: `N after ${seconds.toFixed(1)} s` };
});

fault(13, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  const token = aFormToken();
  const answers = await Promise.all(Array.from({ length: 50 }, () => desk.post(token)));
  expect(answers.filter(({ told }) => told !== 'S')).toEqual([]);
  expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
  expect(new Set(answers.map(({ statusToken }) => statusToken)).size).toBe(1);
  expect(readStored(rig).referrals).toHaveLength(1);
  await deliverAll(rig);
  return { told: 'S, 50 times' };
});

fault(14, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  const first = await desk.post();
  const edited = await desk.post(first.token, { ...canaryAnswers, bestTime: 'edited afterwards' });
  const { reference } = first;
  expect(edited).toMatchObject({ told: 'S', repeated: true, mayDiffer: true, reference });
  expect(await desk.post(first.token)).toMatchObject({
    repeated: true,
    mayDiffer: false,
    reference,
  });
  await deliverAll(rig);
  expect(rig.mail.copies).toHaveLength(1);
  expect(rig.mail.copies[0]?.bytes.toString('latin1')).not.toContain('edited afterwards');
  return { told: 'S, then S' };
});

fault(15, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  const broken = { ...canaryAnswers, helper: 5, needs: undefined } as unknown as Answers;
  const refused = await desk.post(aFormToken(), broken);
  expect(refused.told).toBe('N');
  expect(readStored(rig).referrals).toEqual([]);
  expect((await desk.post(refused.token)).told).toBe('S');
  await deliverAll(rig);
  return { told: 'N, then S' };
});

/** What starts, or the last of what it says. */
async function starts(open: () => Promise<Desk>): Promise<string> {
  return open().then(
    () => 'started',
    (fault: unknown) => String(fault),
  );
}

fault(16, { part: 'another key', missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  await desk.post();
  await desk.stop();
  const right = rig.environment.REFERRAL_KEY ?? '';
  const wrong = Buffer.alloc(32, 7).toString('base64');
  const said = await starts(() => aDesk(rig, { environment: { REFERRAL_KEY: wrong } }));
  expect(said).toMatch(/REFERRAL_KEY|key/i);
  expect(said).not.toContain(wrong);
  expect(said).not.toContain(right);
  expect((await (await aDesk(rig)).post()).told).toBe('S');
  await deliverAll(rig);
  return { told: 'no server, then S' };
});
