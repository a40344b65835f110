/** Covers src/referral/delivery/mail-gate.ts. */
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../../../src/platform/mail/mail.ts';
import { aDelivery, endings, sends } from '../../../support/referral/a-delivery.ts';
import { MINUTE_MS, NOON } from '../../../support/referral/a-store.ts';
import { sealedFor } from '../../../support/referral/letters-in-store.ts';

const HOUR_MS = 60 * MINUTE_MS;

describe('a letter that no further try helps', () => {
  test('needs a person at once: the fallback and the operator hear of it, once', async () => {
    const worker = await aDelivery({ send: sends('gone', 'taken') });
    const { reference } = await worker.accepts('a');
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-a')).toMatchObject({
      state: 'needs-human',
      lastOutcome: 'refused:recipient',
      lastCode: 550,
    });
    await worker.watch();
    await worker.watch();
    const notices = await worker.queued('fallback-notice');
    expect(notices).toHaveLength(1);
    expect(notices[0].text).toContain(reference);
    expect(await worker.queued('alert')).toHaveLength(1);
    expect(worker.logged.filter(({ level }) => level === 'error')).toMatchObject([
      { event: 'letter.needs-human', facts: { reference, outcome: 'refused:recipient' } },
    ]);
  });

  test('is told of again when an operator has it tried as a new letter, in vain', async () => {
    const worker = await aDelivery({ send: sends('gone') });
    await worker.accepts('a');
    await worker.delivery.deliverDue();
    worker.pass(MINUTE_MS);
    const again = { state: 'pending', attempts: 0, createdAt: worker.clock.now } as const;
    await worker.store.changeLetter('letter-a', ['needs-human'], again);
    await worker.delivery.deliverDue();
    const about = (await worker.queued('fallback-notice')).length;
    expect(about).toBe(2);
  });

  test('is told of by the watch if a crash kept the worker from it', async () => {
    const worker = await aDelivery({
      send: sends('gone'),
      notify: {
        needsHuman: async () => undefined,
        outageBegan: async () => undefined,
        recovered: async () => undefined,
      },
    });
    await worker.accepts('a');
    await worker.delivery.deliverDue();
    expect(await worker.queued('alert')).toHaveLength(0);
    await worker.watch();
    expect(await worker.queued('alert')).toHaveLength(1);
  });

  test('is set aside when it cannot be read, and the others go', async () => {
    const worker = await aDelivery();
    await worker.accepts('a', { letter: { payload: Buffer.from('spoilt') } });
    const json = JSON.stringify({ version: 2, subject: 'New', text: 'Newer' });
    await worker.accepts('b', { letter: worker.sealing.seal('letter-b', json) });
    await worker.accepts('c', { letter: sealedFor('letter-other', { to: 'borough' }, 'Moved') });
    worker.pass(1);
    await worker.accepts('d');
    const summary = await worker.delivery.deliverDue();
    expect(summary).toMatchObject({ 'needs-human': 3, 'handed-over': 1 + 6 });
    for (const name of ['a', 'b', 'c']) {
      expect(await worker.letter(`letter-${name}`)).toMatchObject({ lastOutcome: 'unreadable' });
    }
    expect(worker.sent.map(({ text }) => text)).toContain('Text of d');
  });

  test("is only dropped when it was a copy for the resident's own address", async () => {
    const worker = await aDelivery({ send: sends('gone') });
    await worker.accepts('a', { letter: { kind: 'resident-copy' } });
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-a')).toMatchObject({ state: 'withdrawn' });
    expect(await worker.queued('alert')).toEqual([]);
  });

  test('an alert that nobody takes makes no further alert', async () => {
    const worker = await aDelivery({ send: sends('gone') });
    await worker.accepts('a');
    for (let round = 0; round < 4; round += 1) {
      await worker.delivery.deliverDue();
      await worker.watch();
    }
    // One about the referral, one about the notice to the borough, whose mailbox fails too.
    expect(await worker.queued('alert')).toHaveLength(2);
  });
});

describe('a mailbox that alone is refused, or hung up at', () => {
  test.each(['hungUp', 'unusable'] as const)(
    '%s: keeps to its own waits while others are taken, and rouses nobody each time',
    async (ending) => {
      const tries: string[] = [];
      const worker = await aDelivery({
        send: async ({ messageId }) => {
          tries.push(messageId);
          return messageId === '<a@directory.example>' ? endings[ending] : endings.taken;
        },
      });
      await worker.accepts('a');
      for (let minute = 0; minute < 60; minute += 1) {
        await worker.accepts(`other-${minute}`);
        await worker.delivery.deliverDue();
        await worker.watch();
        worker.pass(MINUTE_MS);
      }

      // At once, then after 1, 5, 15 and 30 minutes, a fifth more or less.
      const ofMailbox = tries.filter((messageId) => messageId === '<a@directory.example>');
      expect(ofMailbox.length).toBeGreaterThanOrEqual(4);
      expect(ofMailbox.length).toBeLessThanOrEqual(5);
      expect(await worker.store.listLetters('pending')).toMatchObject([{ id: 'letter-a' }]);
      const began = worker.logged.filter(({ event }) => event === 'trouble.began');
      // Sixty in an hour are told of besides.
      const ofMail = began.filter(({ facts }) => !JSON.stringify(facts).includes('many-requests'));
      expect(ofMail).toMatchObject(
        ending === 'unusable'
          ? [{ level: 'error', facts: { trouble: 'account-refused' } }, {}]
          : [{ facts: { trouble: 'letters-waiting' } }],
      );
    },
  );

  test('is not given up over what our account may do; one that is taken releases the others', async () => {
    let ends: SendOutcome = endings.unusable;
    const worker = await aDelivery({ send: async () => ends });
    const old = { attempts: 40, createdAt: NOON - 200 * HOUR_MS };
    for (const name of ['a', 'b', 'c']) await worker.accepts(name, { letter: old });
    await worker.delivery.deliverDue();
    await worker.watch();
    expect(await worker.store.listLetters('needs-human')).toEqual([]);
    expect((await worker.queued('alert'))[0].text).toContain('what our account may do');

    ends = endings.taken;
    worker.pass(5 * HOUR_MS);
    await worker.store.changeLetter('letter-b', ['pending'], { dueInMs: 9 * HOUR_MS });
    await worker.delivery.deliverDue();
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-b')).toMatchObject({ state: 'handed-over' });
    await worker.watch();
    expect(worker.logged).toContainEqual(
      expect.objectContaining({ event: 'trouble.ended', facts: { trouble: 'account-refused' } }),
    );
  });

  test('is given up for a copy to the resident, whose own address may be what is refused', async () => {
    const worker = await aDelivery({ send: sends('unusable') });
    const old = { attempts: 40, createdAt: NOON - 200 * HOUR_MS };
    await worker.accepts('a', { letter: { kind: 'resident-copy', ...old } });
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-a')).toMatchObject({ state: 'withdrawn' });
  });
});

describe('while the mail server takes no letter', () => {
  test('one letter probes, the others keep their tries; all go when it takes letters again', async () => {
    let ends: SendOutcome = endings.unreachable;
    const worker = await aDelivery({ send: async () => ends });
    for (let name = 0; name < 30; name += 1) await worker.accepts(name);
    for (let minute = 0; minute < 60; minute += 1) {
      await worker.delivery.deliverDue();
      worker.pass(MINUTE_MS);
    }
    const tried = await worker.store.listLetters('pending');
    expect(tried).toHaveLength(30);
    expect(tried.reduce((sum, { attempts }) => sum + attempts, 0)).toBeLessThanOrEqual(8 + 60);
    ends = endings.taken;
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 30 });
  });

  test('a refused login alerts once, however many letters wait, and again after it was well', async () => {
    let ends: SendOutcome = endings.login;
    const worker = await aDelivery({ send: async () => ends });
    for (let name = 0; name < 5; name += 1) await worker.accepts(name);
    for (let minute = 0; minute < 10; minute += 1) {
      await worker.delivery.deliverDue();
      worker.pass(MINUTE_MS);
    }
    expect(await worker.queued('alert')).toHaveLength(1);
    expect(worker.logged.filter(({ event }) => event === 'trouble.began')).toMatchObject([
      { level: 'error', facts: { trouble: 'mail-login' } },
    ]);
    ends = endings.taken;
    await worker.delivery.deliverDue();
    ends = endings.login;
    await worker.accepts('again');
    await worker.delivery.deliverDue();
    expect(await worker.queued('alert')).toHaveLength(2);
  });

  test('a letter is not given up over our own login, however long it takes to put right', async () => {
    const worker = await aDelivery({ send: sends('login') });
    await worker.accepts('a', { letter: { attempts: 40, createdAt: NOON - 200 * HOUR_MS } });
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-a')).toMatchObject({ state: 'pending' });
  });

  test('TLS that cannot be trusted alerts at once', async () => {
    const worker = await aDelivery({ send: sends('untrusted') });
    await worker.accepts('a');
    await worker.delivery.deliverDue();
    expect((await worker.queued('alert'))[0].text).toContain('no safe connection');
  });
});
