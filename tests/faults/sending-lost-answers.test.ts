import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { fault } from './rig/fault.ts';
import { expectWholeLetter, MINUTE_MS, oneLetter, referralCopies } from './rig/one-letter.ts';
import { aWhile } from './rig/processes/a-process.ts';
import { missing } from './rig/processes/machine.ts';
import { aLetterThat } from './rig/processes/worker.ts';

const { signals } = missing;

/** The answer to the end of the text is lost once; the same bytes are sent again, not before 15 minutes. */
async function answerLost(rig: Rig, how: Parameters<typeof oneLetter>[1], outcome: string) {
  const letter = await oneLetter(rig, how);
  const { dueAt } = await letter.ends(outcome, 'maybe-sent');
  expect(dueAt - rig.now()).toBeGreaterThan(13 * MINUTE_MS);
  expect(await letter.state()).toBe('saved');

  await rig.mail.behave();
  rig.letPass(10 * MINUTE_MS);
  await aWhile(1500);
  expect((await letter.ends(outcome, 'maybe-sent')).attempts).toBe(1);
  rig.letPass(10 * MINUTE_MS);
  await letter.arrives();
  expect(await letter.state()).toBe('handed-over');
  expectWholeLetter(rig);
  return { told: 'S, then H' };
}

fault(25, { part: 'reset', missing: signals }, async (rig) => {
  const shown = await answerLost(rig, 'reset-before-accept', 'maybe-sent:connection-lost');
  expect(referralCopies(rig)).toHaveLength(1);
  return shown;
});

fault(25, { part: 'silence', missing: signals }, async (rig) => {
  const shown = await answerLost(rig, 'hang-before-accept', 'maybe-sent:no-answer');
  expect(referralCopies(rig)).toHaveLength(1);
  return shown;
});

fault(26, { missing: signals }, async (rig) => {
  const shown = await answerLost(rig, 'accept-then-reset', 'maybe-sent:connection-lost');
  const [first, second, ...more] = referralCopies(rig);
  expect(more).toEqual([]);
  expect(second?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true);
  return shown;
});

fault(27, { missing: signals }, async (rig) => {
  const shown = await answerLost(rig, 'accept-then-hang', 'maybe-sent:no-answer');
  const [first, second, ...more] = referralCopies(rig);
  expect(more).toEqual([]);
  expect(second?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true);
  return shown;
});

fault(28, { missing: signals }, async (rig) => {
  const letter = await oneLetter(rig, 'accept-then-reset');
  for (const times of [1, 2]) {
    const lastOutcome = 'maybe-sent:connection-lost';
    await aLetterThat(rig, { state: 'maybe-sent', lastOutcome, maybeSentTimes: times });
    rig.letPass(8 * 60 * MINUTE_MS);
  }
  await letter.ends('maybe-sent:connection-lost', 'needs-human');
  expect(await letter.state()).toBe('problem');
  // Nothing sends it again, however long it lies there.
  rig.letPass(24 * 60 * MINUTE_MS);
  await aWhile(1500);
  const copies = referralCopies(rig);
  expect(copies).toHaveLength(3);
  expect(new Set(copies.map(({ bytes }) => bytes.toString('latin1'))).size).toBe(1);
  return { told: 'S, then problem' };
});
