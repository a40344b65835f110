/** Covers src/referral/returns/returns-health.ts. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReadMailbox } from '../../../../src/platform/mail/received-mail.ts';
import { findOpenAlerts } from '../../../../src/referral/follow-up/alerts.ts';
import { createReturnReader } from '../../../../src/referral/returns/read-returns.ts';
import { findReturnsReadAt } from '../../../../src/referral/returns/returns-health.ts';
import { StoreFault } from '../../../../src/referral/store/store-fault.ts';
import { outOfOffice, postfixReport } from '../../../support/mail/returned-mail.ts';
import { aDelivery } from '../../../support/referral/a-delivery.ts';
import { MINUTE_MS } from '../../../support/referral/a-store.ts';

type Outcome = Awaited<ReturnType<ReadMailbox>>;
let worker: Awaited<ReturnType<typeof aDelivery>>;

beforeEach(async () => {
  worker = await aDelivery();
});

describe('reading what came back', () => {
  test('finds each letter among all other mail, and is told from where to go on', async () => {
    const { mailbox, poll } = aReader();
    const names = ['a', 'b', 'c'];
    for (const name of names) await worker.accepts(name);
    await worker.delivery.deliverDue();
    mailbox.push(outOfOffice(), postfixReport({ envelopeId: await tryOf('b') }), 'Hello');

    await poll();
    expect(await statesOf(names)).toEqual(['handed-over', 'needs-human', 'handed-over']);
    mailbox.push(postfixReport({ envelopeId: await tryOf('c') }));
    await poll();
    expect(await statesOf(names)).toEqual(['handed-over', 'needs-human', 'needs-human']);
    expect(mailbox.asked).toEqual([undefined, '3']);
  });

  test('takes 200 at once', async () => {
    const { mailbox, poll } = aReader();
    const names = Array.from({ length: 200 }, (_, index) => `n${index}`);
    for (const name of names) await worker.accepts(name);
    await worker.delivery.deliverDue();
    for (const name of names) mailbox.push(postfixReport({ envelopeId: await tryOf(name) }));

    await poll();
    expect(new Set(await statesOf(names))).toEqual(new Set(['needs-human']));
  });

  test('logs codes and ids of ours alone', async () => {
    const { mailbox, poll } = aReader();
    await worker.accepts('a');
    await worker.delivery.deliverDue();
    mailbox.push(postfixReport({ envelopeId: await tryOf('a'), body: 'Words of a resident' }));

    await poll();
    expect(worker.logged.at(-1)).toEqual({
      level: 'warn',
      event: 'letter.came-back',
      facts: { letter: 'letter-a', kind: 'referral', status: '5.1.1' },
    });
  });

  test('comes back to a letter that is just being handed over', async () => {
    const { mailbox, poll } = aReader();
    await worker.accepts('a', { letter: { state: 'sending', envelopeId: TRY, leaseUntil: 1e15 } });
    mailbox.push(postfixReport({ envelopeId: TRY }));
    await poll();
    await worker.store.changeLetter('letter-a', ['sending'], {
      state: 'handed-over',
      handedOverAt: 1,
    });

    await poll();
    expect(await statesOf(['a'])).toEqual(['needs-human']);
    expect(mailbox.asked).toEqual([undefined, undefined]);
  });

  test('that dies after a letter was noted, and before how far it came, notes it once', async () => {
    const { mailbox, poll } = aReader({
      claimMarker: async () => {
        throw new StoreFault('input-output', 'not-stored');
      },
    });
    const { reference } = await worker.accepts('a');
    await worker.delivery.deliverDue();
    mailbox.push(postfixReport({ envelopeId: await tryOf('a') }));
    await expect(poll()).rejects.toThrow(StoreFault);
    expect(await statesOf(['a'])).toEqual(['needs-human']);

    const again = aReader();
    again.mailbox.push(...mailbox);
    await again.poll();
    expect(again.mailbox.asked).toEqual([undefined]);
    expect(await worker.store.listAudit(reference)).toHaveLength(1);
  });

  test('stops at a letter that cannot be noted, and takes it the next time', async () => {
    let isFull = true;
    const { mailbox, poll } = aReader({
      changeTogether: async (about) => {
        if (isFull) throw new StoreFault('full', 'not-stored');
        return worker.store.changeTogether(about);
      },
    });
    await worker.accepts('a');
    await worker.delivery.deliverDue();
    mailbox.push('Hello', postfixReport({ envelopeId: await tryOf('a') }));
    await expect(poll()).rejects.toThrow(StoreFault);

    isFull = false;
    await poll();
    expect(mailbox.asked).toEqual([undefined, '1']);
    expect(await statesOf(['a'])).toEqual(['needs-human']);
  });
});

describe('a mailbox that cannot be read', () => {
  test('is told of after an hour, once, until it can be again', async () => {
    const { mailbox, poll } = aReader();
    await poll();
    mailbox.ends = 'login';
    for (const minutes of [3, 56, 1, 3]) {
      worker.pass(minutes * MINUTE_MS);
      await poll();
    }
    const [alert, ...more] = await worker.queued('alert');
    expect(alert.text).toContain('has not been read for an hour');
    expect(more).toEqual([]);
    expect(worker.logged.filter(({ event }) => event === 'returns.not-read')).toEqual([
      { level: 'warn', event: 'returns.not-read', facts: { reason: 'login' } },
    ]);

    mailbox.ends = 'read';
    await poll();
    expect(await findOpenAlerts(worker.store)).toEqual([]);
    expect(await findReturnsReadAt(worker.store)).toBe(worker.clock.now);
  });

  test.each([
    [59, 0],
    [60, 1],
  ])('from the start is told of by %i minutes: %i', async (minutes, told) => {
    const { mailbox, poll } = aReader();
    mailbox.ends = 'unreachable';
    worker.pass(minutes * MINUTE_MS);
    await poll();
    expect(await worker.queued('alert')).toHaveLength(told);
  });

  test('is not told of by a worker that was told to stop', async () => {
    const { mailbox, poll } = aReader();
    mailbox.ends = 'connection-lost';
    worker.pass(90 * MINUTE_MS);
    await poll(AbortSignal.abort());
    expect(await worker.queued('alert')).toEqual([]);
  });
});

const TRY = `sp${'1'.repeat(32)}`;

async function tryOf(name: string): Promise<string> {
  return (await worker.letter(`letter-${name}`)).envelopeId ?? '';
}

function statesOf(names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map(async (name) => (await worker.letter(`letter-${name}`)).state));
}

/** A reader of a mailbox that is a list of mails; a place in it is how many come before. */
function aReader(changes: Partial<typeof worker.store> = {}) {
  const mailbox = Object.assign([] as string[], {
    ends: 'read' as Outcome,
    /** After which place it was asked for. */
    asked: [] as (string | undefined)[],
  });
  const poll = createReturnReader({
    store: { ...worker.store, ...changes },
    alerts: worker.alerts,
    log: worker.about.log,
    now: worker.about.now,
    async read({ after, take }) {
      mailbox.asked.push(after);
      if (mailbox.ends !== 'read') return mailbox.ends;
      const first = Number(after ?? 0);
      for (const [index, mail] of mailbox.slice(first).entries()) {
        const bytes = Buffer.from(mail.replaceAll('\n', '\r\n'));
        const arrivedAt = new Date(worker.clock.now);
        if (!(await take({ bytes, arrivedAt }, String(first + index + 1)))) break;
      }
      return 'read';
    },
  });
  return { mailbox, poll: (signal = new AbortController().signal) => poll(signal) };
}
