import { expect } from 'vitest';
import { arrivedReferences, readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { DAY_MS, HOUR_MS, oneLetter, referralCopies } from './rig/one-letter.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { aWorker } from './rig/processes/worker.ts';
import { scaled } from './rig/scale.ts';

const { signals } = missing;

fault(34, { part: 'many wait', missing: signals, timeoutMs: 1_200_000 }, async (rig) => {
  const many = scaled(150, 2000);
  await rig.mail.behave('refused');
  const desk = await aDesk(rig);
  let statusToken = '';
  for (let left = many; left > 0; left -= 10) {
    const sent = await Promise.all(Array.from({ length: 10 }, () => desk.post()));
    statusToken = sent[0]?.statusToken ?? '';
  }
  await aWorker(rig);
  rig.letPass(5 * HOUR_MS);
  await eventually(async () => (await desk.progress(statusToken)).state === 'delayed');
  for (let day = 0; day < 5; day += 1) {
    rig.letPass(DAY_MS);
    await aWhile(1200);
  }
  expect(await desk.health()).toMatchObject({ counts: { accepted: many, handedOver: 0 } });

  await rig.mail.behave({});
  const up = Date.now();
  rig.letPass(5 * HOUR_MS);
  await eventually(() => referralCopies(rig).length >= many, 600_000);
  const seconds = Math.round((Date.now() - up) / 1000);
  await eventually(async () => (await desk.health()).counts?.handedOver === many);
  expect(seconds).toBeLessThan(600);
  expect(rig.mail.connections().most).toBeLessThanOrEqual(10);
  expect(longestOvertaking(rig)).toBeLessThan(40);
  return { told: 'S, then delayed, then H', figure: `${many} in ${seconds} s` };
});

/** How many places earlier than its turn a letter came at most. */
function longestOvertaking(
  rig: Parameters<typeof readStored>[0] & Parameters<typeof arrivedReferences>[0],
) {
  const { referrals } = readStored(rig);
  const turn = new Map(referrals.map(({ reference }, index) => [reference, index]));
  return Math.max(
    ...arrivedReferences(rig).map((reference, index) => (turn.get(reference) ?? 0) - index),
  );
}

fault(34, { part: 'never back', missing: signals, timeoutMs: 180_000 }, async (rig) => {
  const letter = await oneLetter(rig, 'recipient-450');
  await letter.ends('not-sent:try-later');
  for (let tries = 1; tries < 40; tries += 1) {
    const [held] = readStored(rig).letters;
    if (held?.state === 'needs-human') break;
    rig.letPass(5 * HOUR_MS);
    await eventually(() => (readStored(rig).letters[0]?.attempts ?? 0) > (held?.attempts ?? 0));
    await eventually(() => readStored(rig).letters[0]?.state !== 'sending');
  }
  await letter.ends('not-sent:try-later', 'needs-human');
  expect(await letter.state()).toBe('problem');
  const [{ attempts } = { attempts: 0 }] = readStored(rig).letters;
  return { told: 'S, then problem', figure: `${attempts} tries` };
});
