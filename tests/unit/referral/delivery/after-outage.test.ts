/** Covers src/referral/letters/is-superseded.ts. */
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../../../src/platform/mail/mail.ts';
import { timers } from '../../../../src/platform/timers.ts';
import { aDelivery, endings } from '../../../support/referral/a-delivery.ts';
import { MINUTE_MS } from '../../../support/referral/a-store.ts';

describe('twenty letters that waited for the mail server', () => {
  test.each(['login', 'unreachable'] as const)(
    'all arrive when it is back (%s), and no heap of notices tells of what is over',
    async (outage) => {
      const { worker, mail, work } = await anOutage(outage);
      for (let name = 0; name < 20; name += 1) await worker.accepts(String(name));
      // Long enough for every notice that there is of waiting.
      for (let quarter = 0; quarter < 20; quarter += 1) {
        worker.pass(15 * MINUTE_MS);
        await work();
      }
      expect(await worker.queued('alert')).not.toEqual([]);
      expect(await worker.queued('fallback-notice')).toHaveLength(20);

      mail.outcome = endings.taken;
      for (let minute = 0; minute < 3; minute += 1) {
        worker.pass(MINUTE_MS);
        await work();
      }

      expect(await worker.store.listLetters('pending')).toEqual([]);
      expect(mail.taken.filter(({ text }) => text.startsWith('Text of'))).toHaveLength(20);
      // The one that found out that the mail server is back was true until then.
      const notices = mail.taken.filter(({ text }) => !text.startsWith('Text of'));
      expect(notices.length).toBeLessThanOrEqual(1);
      if (notices.length > 0) expect(mail.taken[0]).toBe(notices[0]);
    },
  );
});

test('that letters wait is told as soon as it can be, if they go on waiting', async () => {
  const { worker, mail, work } = await anOutage('later');
  const { reference } = await worker.accepts('a');
  for (let minute = 0; minute < 20; minute += 1) {
    worker.pass(MINUTE_MS);
    await work();
  }

  expect(mail.taken).toHaveLength(1);
  expect(mail.taken[0]?.text).toContain(reference);
});

test('what an operator has sent since is no more told of as needing a person', async () => {
  const { worker, mail, work } = await anOutage('gone');
  const { reference } = await worker.accepts('a');
  mail.staff = endings.login;
  await work();
  expect(await worker.queued('alert')).not.toEqual([]);
  expect(await worker.queued('fallback-notice')).toHaveLength(1);

  mail.outcome = endings.taken;
  mail.staff = endings.taken;
  await worker.store.changeLetter('letter-a', ['needs-human'], {
    state: 'pending',
    dueInMs: 0,
  });
  for (let minute = 0; minute < 3; minute += 1) {
    worker.pass(MINUTE_MS);
    await work();
  }

  const texts = mail.taken.map(({ text }) => text);
  expect(texts).toContain('Text of a');
  expect(texts.filter((text) => text.includes(reference))).toEqual([]);
});

/** A worker whose mail server does to letters of referrals, and to those of staff, what is said. */
async function anOutage(ending: keyof typeof endings) {
  const taken: { text: string }[] = [];
  const isOfAll = ending !== 'later' && ending !== 'gone';
  const mail: { outcome: SendOutcome; staff: SendOutcome | undefined; taken: typeof taken } = {
    outcome: endings[ending],
    staff: isOfAll ? undefined : endings.taken,
    taken,
  };
  const worker = await aDelivery({
    async send(letter) {
      // So that several are on their way at once.
      await timers.wait(2);
      const isReferral = letter.text.startsWith('Text of');
      const outcome = isReferral ? mail.outcome : (mail.staff ?? mail.outcome);
      if (outcome.kind === 'handed-over') taken.push(letter);
      return outcome;
    },
  });
  async function work(): Promise<void> {
    await worker.delivery.deliverDue();
    await worker.watch();
  }
  return { worker, mail, work };
}
