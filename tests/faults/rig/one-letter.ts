import { expect } from 'vitest';
import type { Answers } from '../../../src/referral/form/answers.ts';
import type { MailFault, MailFaultName } from '../../support/mail/mail-faults.ts';
import type { Rig } from './a-rig.ts';
import { canaryAnswers, inEveryLetter } from './evidence/canaries.ts';
import { readStored } from './evidence/stored.ts';
import { eventually } from './processes/a-process.ts';
import { aDesk, aFormToken } from './processes/desk.ts';
import { aLetterThat, aWorker } from './processes/worker.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** One referral, accepted while the mail server has the fault, and a worker that meets it. */
export async function oneLetter(
  rig: Rig,
  how: MailFault | MailFaultName,
  answers: Partial<Answers> = {},
) {
  await rig.mail.behave(how);
  const desk = await aDesk(rig);
  const sent = await desk.post(aFormToken(), { ...canaryAnswers, ...answers });
  expect(sent.told).toBe('S');
  const { statusToken = '' } = sent;
  const worker = await aWorker(rig, { environment: { HURRY: '200' } });
  return {
    desk,
    worker,
    reference: sent.reference ?? '',
    state: async () => (await desk.progress(statusToken)).state,
    /** Waits until the letter's last try ended so. */
    ends: (lastOutcome: string, state = 'pending') =>
      aLetterThat(rig, { kind: 'referral', lastOutcome, state }),
    arrives: () => aLetterThat(rig, { kind: 'referral', state: 'handed-over' }),
  };
}

/** The letter is held up by the fault, loses nothing, and arrives once it is put right. */
export async function heldUpThenSent(
  rig: Rig,
  how: MailFault | MailFaultName,
  lastOutcome: string,
) {
  const letter = await oneLetter(rig, how);
  await letter.ends(lastOutcome);
  expect(rig.mail.copies).toEqual([]);
  expect(await letter.state()).toBe('saved');
  expect(rig.mail.heardInClear()).not.toContain('Subject:');

  await putRight(rig, 10 * MINUTE_MS);
  await letter.arrives();
  expect(await letter.state()).toBe('handed-over');
  expectWholeLetter(rig);
  return { told: 'S, then H' };
}

/** The mail server behaves again, and time passes: not while a letter is on its way, whose lease it would end. */
export async function putRight(rig: Rig, passedMs: number): Promise<void> {
  await eventually(() => readStored(rig).letters.every(({ state }) => state !== 'sending'));
  await rig.mail.behave();
  rig.letPass(passedMs);
}

/** The mailbox of a referral's letter has all that the resident wrote; what arrived is one plain text. */
export function expectWholeLetter(rig: Rig): void {
  const [copy] = referralCopies(rig);
  const text = decode(copy?.bytes ?? Buffer.alloc(0));
  expect(inEveryLetter.filter((value) => !text.includes(value))).toEqual([]);
}

export function referralCopies(rig: Rig) {
  return rig.mail.copies.filter(({ bytes }) =>
    /^Subject: New self-referral/im.test(bytes.toString('latin1')),
  );
}

/** The body of a letter, as a reader sees it. */
export function decode(bytes: Buffer): string {
  const [head = '', ...rest] = bytes.toString('latin1').split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString();
  const raw = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(raw, 'latin1').toString();
}
