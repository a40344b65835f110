import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, oneLetter, referralCopies } from './rig/one-letter.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { runOperator } from './rig/processes/operator.ts';
import { aLetterThat, aWorker, deliverAll } from './rig/processes/worker.ts';

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

fault(45, { part: 'handed over, confirmed by nobody', missing: signals }, async (rig) => {
  const isGone = (address: string) => /^(borough|operator)@/.test(address);
  const letter = await oneLetter(
    rig,
    { recipient: (address) => (isGone(address) ? '550 5.1.1 Gone' : undefined) },
    { practice: 'F84012' },
  );
  await letter.arrives();
  rig.letPass(400 * DAY_MS);
  await aLetterThat(rig, { kind: 'fallback-notice', state: 'needs-human' });
  await aWhile(1500);
  const stored = readStored(rig).letters.find(({ kind }) => kind === 'referral');
  expect(stored).toMatchObject({ state: 'handed-over', hasText: 1, shreddedAt: null });
  expect(await letter.state()).toBe('unconfirmed');
  rig.letPass(2 * MINUTE_MS);
  await eventually(async () => (await letter.desk.health()).troubles?.includes('not-confirmed'));
  const { counts } = await letter.desk.health();
  expect(counts).toMatchObject({ unconfirmed: 1, neverConfirmed: 0 });

  await rig.mail.behave({});
  await runOperator(rig, ['redirect', letter.reference, 'west', '--reason', 'Nobody answers']);
  await eventually(() => referralCopies(rig).length === 2);
  return { told: 'S, H, then unconfirmed' };
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

  confirmAll(rig);
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

/** As if each team had pressed the link in its letter. */
function confirmAll(rig: Rig): void {
  const database = new DatabaseSync(join(rig.dataDir, 'referrals.sqlite'), { timeout: 5000 });
  database.prepare('update referral set acknowledgedAt = ?').run(rig.now());
  database.close();
}

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
