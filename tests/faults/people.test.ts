import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { aWhile, eventually } from './rig/a-process.ts';
import type { Rig } from './rig/a-rig.ts';
import { exampleRouting } from './rig/a-rig.ts';
import { canaryAnswers } from './rig/canaries.ts';
import { aDesk, aFormToken } from './rig/desk.ts';
import { fault } from './rig/fault.ts';
import { missing } from './rig/machine.ts';
import {
  DAY_MS,
  decode,
  expectWholeLetter,
  HOUR_MS,
  MINUTE_MS,
  referralCopies,
} from './rig/one-letter.ts';
import { readStored } from './rig/stored.ts';
import { aLetterThat, aWorker, deliverAll } from './rig/worker.ts';

const { signals } = missing;

fault(45, { missing: signals }, async (rig) => {
  await rig.mail.behave('refused');
  const desk = await aDesk(rig);
  const sent = [await desk.post(), await desk.post()];
  await aWorker(rig);
  rig.letPass(400 * DAY_MS);
  await eventually(() => rig.written.join('').includes('"level":"error"'));
  await aWhile(1500);
  const waitingLetters = readStored(rig).letters.filter(({ kind }) => kind === 'referral');
  expect(waitingLetters.map(({ hasText, shreddedAt }) => [hasText, shreddedAt])).toEqual([
    [1, null],
    [1, null],
  ]);
  const states = await Promise.all(
    sent.map(async ({ statusToken = '' }) => (await desk.progress(statusToken)).state),
  );
  expect(states.filter((state) => state !== 'delayed' && state !== 'problem')).toEqual([]);

  await rig.mail.behave({});
  rig.letPass(5 * HOUR_MS);
  await eventually(() => rig.mail.copies.some(({ to }) => to === 'operator@mail.example'));
  return { told: [...new Set(states)].join(', ') };
});

fault(46, { missing: signals, timeoutMs: 120_000 }, async (rig) => {
  await rig.mail.behave({});
  const desk = await aDesk(rig);
  for (let count = 0; count < 4; count += 1) {
    await Promise.all(Array.from({ length: 10 }, () => desk.post()));
  }
  await desk.stop();
  await deliverAll(rig);
  const keys = readKeys(rig);
  expect(keys).toHaveLength(40);
  expect(rawBytes(rig)).toContain(keys[0]);

  rig.letPass(6 * DAY_MS);
  const early = await aWorker(rig);
  await aWhile(3000);
  await early.stop();
  expect(readKeys(rig)).toHaveLength(40);

  rig.letPass(2 * DAY_MS);
  const killed = await aWorker(rig, { killAt: 'after-shred', environment: { HURRY: '200' } });
  await killed.exited;
  rig.kills += 1;
  const left = readStored(rig).letters.filter(({ kind }) => kind === 'referral');
  // Whole or gone, never half.
  for (const letter of left) expect(letter.hasText === 0).toBe(letter.shreddedAt !== null);

  await aWorker(rig, { environment: { HURRY: '200' } });
  await eventually(() => readKeys(rig).length === 0);
  for (const one of rig.processes) if (one.isRunning()) await one.stop();
  const raw = rawBytes(rig);
  expect(keys.filter((key) => raw.includes(key))).toEqual([]);
  return { told: '-', figure: '40 keys gone from the raw files' };
});

function readKeys(rig: Rig): string[] {
  const database = new DatabaseSync(join(rig.dataDir, 'referrals.sqlite'), { timeout: 5000 });
  const rows = database
    .prepare("select wrappedKey from letter where kind = 'referral' and wrappedKey is not null")
    .all();
  database.close();
  return rows.map(({ wrappedKey }) => Buffer.from(wrappedKey as Uint8Array).toString('latin1'));
}

function rawBytes(rig: Rig): string {
  return ['referrals.sqlite', 'referrals.sqlite-wal']
    .map((name) => {
      try {
        return readFileSync(join(rig.dataDir, name)).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('');
}

fault(47, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  const sent = await desk.post(aFormToken(), { ...canaryAnswers, practice: 'F84012' });
  expect((await desk.progress(sent.statusToken ?? '')).team).toContain('east');
  await desk.stop();
  rig.writeRouting({ version: 'second', practices: { F84012: 'west' } });
  await aWorker(rig);
  const letter = await aLetterThat(rig, { kind: 'referral', state: 'handed-over' });
  expect(letter).toMatchObject({ sentToTeam: 'west', routeVersionAtSend: 'second' });
  expect(readStored(rig).referrals[0]).toMatchObject({
    ...{ teamAtAccept: 'east', routeVersionAtAccept: exampleRouting.version },
  });
  expect(rig.mail.copies.map(({ to }) => to)).toEqual([exampleRouting.teams.west.mailbox]);
  expectWholeLetter(rig);
  await letMondayCome(rig);
  const listOf = (team: 'east' | 'west') => () =>
    rig.mail.copies.find(
      ({ to, bytes }) =>
        to === exampleRouting.teams[team].mailbox &&
        /^Subject: \d self-referrals? sent/m.test(bytes.toString()),
    );
  const [before, now] = [await eventually(listOf('east')), await eventually(listOf('west'))];
  expect(decode(before.bytes)).toMatch(`${sent.reference}  sent`);
  expect(decode(before.bytes)).toContain('to the team of the west');
  expect(decode(now.bytes)).toMatch(`${sent.reference}  sent`);
  const again = await aDesk(rig);
  expect((await again.progress(sent.statusToken ?? '')).team).toContain('west');
  return { told: 'S, then H, with the team of today' };
});

fault(47, { part: 'while all runs', missing: signals }, async (rig) => {
  await rig.mail.behave('refused');
  const desk = await aDesk(rig);
  await aWorker(rig);
  const toEast = { ...canaryAnswers, practice: 'F84012' };
  const sent = await desk.post(aFormToken(), toEast);
  rig.writeRouting({ version: 'second', practices: { F84012: 'west' } });
  await eventually(async () =>
    (await desk.progress(sent.statusToken ?? '')).team?.includes('west'),
  );
  await rig.mail.behave({});
  rig.letPass(10 * MINUTE_MS);
  const letter = await aLetterThat(rig, { kind: 'referral', state: 'handed-over' });
  expect(letter).toMatchObject({ sentToTeam: 'west', routeVersionAtSend: 'second' });

  rig.writeRouting({ version: 'third', borough: 'nobody' });
  rig.letPass(MINUTE_MS);
  await eventually(async () => (await desk.health()).troubles?.includes('routing-refused'));
  await eventually(() => rig.mail.copies.some(({ to }) => to === 'operator@mail.example'));
  const second = await desk.post(aFormToken(), toEast);
  const after = await aLetterThat(rig, { reference: second.reference ?? '', state: 'handed-over' });
  expect(after).toMatchObject({ sentToTeam: 'west', routeVersionAtSend: 'second' });
  const mailboxes = new Set(referralCopies(rig).map(({ to }) => to));
  expect([...mailboxes]).toEqual([exampleRouting.teams.west.mailbox]);
  return { told: 'S, then H, with the team of today' };
});

/** The next one, at eight in the morning. */
async function letMondayCome(rig: Rig): Promise<void> {
  const isEarlyMonday = () => {
    const now = new Date(rig.now());
    return now.getUTCDay() === 1 && now.getUTCHours() < 8;
  };
  if (isEarlyMonday()) {
    rig.letPass(8 * HOUR_MS);
    await aWhile(1500);
  }
  while (!isEarlyMonday()) rig.letPass(HOUR_MS);
  rig.letPass(8 * HOUR_MS);
}
