/** Covers src/referral/delivery/hold-lease.ts. */
import { describe, expect, test } from 'vitest';
import { timers } from '../../../../src/platform/timers.ts';
import { StoreFault } from '../../../../src/referral/store/store-fault.ts';
import { aDelivery, aSharedStore, endings } from '../../../support/referral/a-delivery.ts';
import { MINUTE_MS, NOON } from '../../../support/referral/a-store.ts';

describe('a worker that dies with a letter in hand', () => {
  test('leaves it to the next one within two minutes, by itself', async () => {
    const shared = await aSharedStore();
    const dead = await aDelivery({ shared, send: () => new Promise(() => undefined) });
    await dead.accepts('a');
    void dead.delivery.deliverDue();
    await dead.until('sending');

    const next = await aDelivery({ shared });
    next.pass(59_000);
    expect(await next.delivery.deliverDue()).toMatchObject({ 'handed-over': 0 });
    next.pass(1_000);
    expect(await next.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
    expect(await next.letter('letter-a')).toMatchObject({ state: 'handed-over', attempts: 2 });
  });
});

describe('a lease', () => {
  test('is renewed while the letter is on its way', async () => {
    let renew = () => undefined as unknown;
    const arrived = Promise.withResolvers<void>();
    const shared = await aSharedStore();
    const worker = await aDelivery({
      shared,
      timers: {
        ...timers,
        every: (_ms, run) => {
          renew = run;
          return () => undefined;
        },
      },
      send: async () => {
        worker.pass(40_000);
        renew();
        await arrived.promise;
        return endings.taken;
      },
    });
    await worker.accepts('a');
    const other = await aDelivery({ shared });
    const sending = worker.delivery.deliverDue();
    await untilLease(worker, NOON + 100_000);
    other.pass(59_000);
    expect(await other.delivery.deliverDue()).toMatchObject({ 'handed-over': 0 });
    arrived.resolve();
    expect(await sending).toMatchObject({ 'handed-over': 1 });
  });

  test('that ran out while the machine slept stops the letter, and changes nothing of it', async () => {
    let renew = () => undefined as unknown;
    const shared = await aSharedStore();
    const worker = await aDelivery({
      shared,
      timers: {
        ...timers,
        every: (_ms, run) => {
          renew = run;
          return () => undefined;
        },
      },
      send: (_letter, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () =>
            resolve({ kind: 'maybe-sent', reason: 'no-answer' }),
          );
        }),
    });
    await worker.accepts('a');
    const sending = worker.delivery.deliverDue();
    await worker.until('sending');

    const other = await aDelivery({ shared });
    other.pass(6 * 60 * MINUTE_MS);
    expect(await other.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
    renew();
    expect(await sending).toMatchObject({ 'lease-lost': 1, 'maybe-sent': 0 });
    expect(await other.letter('letter-a')).toMatchObject({ state: 'handed-over' });
  });
});

test('a letter on its way is sent once, though the clock leaps by hours meanwhile', async () => {
  const arrived = Promise.withResolvers<void>();
  const sent: string[] = [];
  const worker = await aDelivery({
    send: async ({ messageId }) => {
      sent.push(messageId);
      await arrived.promise;
      return endings.taken;
    },
  });
  await worker.accepts('a');
  const sending = worker.delivery.deliverDue();
  await worker.until('sending');

  for (const leap of [3, -6, 6]) {
    worker.pass(leap * 60 * MINUTE_MS);
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 0 });
  }
  arrived.resolve();
  expect(await sending).toMatchObject({ 'handed-over': 1 });
  expect(sent).toEqual(['<a@directory.example>']);
});

describe('two workers', () => {
  test('never send the same letter', async () => {
    const shared = await aSharedStore();
    const seen: string[] = [];
    const send = async ({ messageId }: { messageId: string }) => {
      seen.push(messageId);
      await timers.wait(1);
      return endings.taken;
    };
    const workers = [
      await aDelivery({ shared, send }),
      await aDelivery({ shared, send, worker: 'b' }),
    ];
    for (let name = 0; name < 60; name += 1) await workers[0]?.accepts(name);
    await Promise.all(workers.map(({ delivery }) => delivery.deliverDue()));
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });
});

describe('letters on their way at once', () => {
  test('are eight at most, and a slow one holds up no other', async () => {
    let now = 0;
    let most = 0;
    let release = () => undefined as unknown;
    const crowd = Promise.withResolvers<void>();
    const shared = await aSharedStore();
    const worker = await aDelivery({
      shared,
      send: async ({ messageId }) => {
        now += 1;
        most = Math.max(most, now);
        if (messageId === '<slow@directory.example>') {
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        } else {
          // None goes on before there are eight; a ninth would come meanwhile.
          if (now === 8) setTimeout(crowd.resolve, 50);
          await crowd.promise;
        }
        now -= 1;
        return endings.taken;
      },
    });
    await worker.accepts('slow');
    worker.pass(1);
    for (let name = 0; name < 40; name += 1) await worker.accepts(name);
    const all = worker.delivery.deliverDue();
    await worker.until('handed-over', 'letter-39');
    expect(most).toBe(8);
    await worker.accepts('new');
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
    release();
    expect(await all).toMatchObject({ 'handed-over': 41 });
  });
});

describe('a store that fails for a while', () => {
  test('does not make us forget that a letter was taken', async () => {
    const shared = await aSharedStore();
    let failures = 2;
    const store = {
      ...shared.store,
      settleLetter: async (...about: Parameters<typeof shared.store.settleLetter>) => {
        if (about[1].state === 'handed-over' && failures-- > 0) {
          throw new StoreFault('full', 'not-stored');
        }
        return shared.store.settleLetter(...about);
      },
    };
    const worker = await aDelivery({
      shared,
      store,
      timers: { ...timers, wait: async () => undefined },
    });
    await worker.accepts('a');
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
    expect(worker.sent).toHaveLength(1);
  });
});

async function untilLease(
  worker: Awaited<ReturnType<typeof aDelivery>>,
  leaseUntil: number,
): Promise<void> {
  while (((await worker.letter('letter-a')).leaseUntil ?? 0) < leaseUntil) await timers.wait(2);
}
