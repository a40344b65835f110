import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { nextChangeOfClocks } from '../../scripts/dates/days.ts';
import type { Rig } from './rig/a-rig.ts';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  oneLetter,
  putRight,
  referralCopies,
} from './rig/one-letter.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { aLetterThat, aWorker } from './rig/processes/worker.ts';

const { signals } = missing;
const YEAR_MS = 365 * DAY_MS;
const until2038 = Date.parse('2038-02-01T00:00:00Z') - Date.now();

for (const [part, byMs] of [
  ['+1 h', HOUR_MS],
  ['-1 h', -HOUR_MS],
  ['to 2038', until2038],
  ['back a year', -YEAR_MS],
] as const) {
  fault(31, { part, missing: signals }, async (rig) => {
    const letter = await oneLetter(rig, 'recipient-450');
    await letter.ends('not-sent:try-later');
    rig.jumpClock(byMs);
    await aWhile(1500);
    const [held] = readStored(rig).letters;
    const soon = (held?.dueAt ?? 0) - rig.now() < 5 * HOUR_MS;
    // A due time that is years away is not believed: the letter counts as due.
    expect(soon || part === 'back a year').toBe(true);
    await putRight(rig, 2 * HOUR_MS);
    await letter.arrives();
    expect(referralCopies(rig)).toHaveLength(1);
    rig.jumpClock(-byMs);
    await aWhile(1500);
    expect(referralCopies(rig)).toHaveLength(1);
    return { told: 'S, then H' };
  });
}

const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1');
const noFaketime =
  missing.faketime ?? (library ? undefined : 'libfaketime is not where Debian has it');

fault(31, { part: 'faketime, 2038 and back', missing: noFaketime }, async (rig) => {
  const file = join(rig.folder, 'faketime');
  writeFileSync(file, '+0');
  const wrap = [
    'env',
    `LD_PRELOAD=${library}`,
    `FAKETIME_TIMESTAMP_FILE=${file}`,
    'FAKETIME_NO_CACHE=1',
    'FAKETIME_DONT_FAKE_MONOTONIC=1',
  ];
  await rig.mail.behave('recipient-450');
  const desk = await aDesk(rig, { wrap });
  const { statusToken = '' } = await desk.post();
  await aWorker(rig, { wrap });
  await aLetterThat(rig, { lastOutcome: 'not-sent:try-later', state: 'pending' });
  writeFileSync(file, `+${Math.round(until2038 / 1000)}`);
  await rig.mail.behave();
  await aLetterThat(rig, { kind: 'referral', state: 'handed-over' });
  writeFileSync(file, '-365d');
  await aWhile(1500);
  expect(referralCopies(rig)).toHaveLength(1);
  expect((await desk.progress(statusToken)).state).toBe('handed-over');
  return { told: 'S, then H' };
});

for (const [part, to] of [
  ['begins', 'forward'],
  ['ends', 'back'],
] as const) {
  const change = nextChangeOfClocks(Date.now(), to);
  fault(32, { part, missing: signals, environment: { TZ: 'Europe/London' } }, async (rig) => {
    rig.jumpClock(change - 20_000 - Date.now());
    const letter = await oneLetter(rig, 'recipient-450');
    const { dueAt } = await letter.ends('not-sent:try-later');
    const waits = dueAt - rig.now();
    expect(waits).toBeGreaterThan(0.6 * MINUTE_MS);
    expect(waits).toBeLessThan(1.3 * MINUTE_MS);
    await putRight(rig, 1.3 * MINUTE_MS);
    const { attempts } = await letter.arrives();
    expect(attempts).toBe(2);
    const [copy] = referralCopies(rig);
    const dated = /^Date: (.*)\r$/m.exec(copy?.bytes.toString('latin1') ?? '')?.[1] ?? '';
    expect(Math.abs(Date.parse(dated) - change)).toBeLessThan(MINUTE_MS);
    return { told: 'S, then H' };
  });
}

fault(33, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  const { statusToken = '' } = await desk.post();
  const worker = await suspendedMidway(rig);
  rig.letPass(6 * HOUR_MS);
  await aWhile(300);
  process.kill(worker.pid, 'SIGCONT');
  await aLetterThat(rig, { kind: 'referral', state: 'handed-over' });
  rig.letPass(HOUR_MS);
  await aWhile(1500);
  expect(referralCopies(rig)).toHaveLength(1);
  expect((await desk.progress(statusToken)).state).toBe('handed-over');
  return { told: 'S, then H' };
});

/** A worker that is put to sleep while the mail server is about to answer. */
async function suspendedMidway(rig: Rig) {
  let pid = 0;
  let asleep = false;
  await rig.mail.behave({
    at: {
      dot: () => {
        process.kill(pid, 'SIGSTOP');
        asleep = true;
      },
    },
  });
  const worker = await aWorker(rig);
  pid = worker.pid;
  await eventually(() => asleep);
  return worker;
}
