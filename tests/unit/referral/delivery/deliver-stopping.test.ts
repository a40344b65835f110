import { describe, expect, test } from 'vitest';
import { aDelivery, aSharedStore, endings } from '../../../support/referral/a-delivery.ts';
import { NOON } from '../../../support/referral/a-store.ts';

describe('stopping', () => {
  test('lets letters in hand arrive, and takes no more', async () => {
    const begun = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const worker = await aDelivery({
      shared: await aSharedStore(),
      send: async () => {
        begun.resolve();
        await arrived.promise;
        return endings.taken;
      },
    });
    for (let name = 0; name < 20; name += 1) await worker.accepts(name);
    const due = worker.delivery.deliverDue();
    await begun.promise;
    const stopped = worker.delivery.stop(5_000);
    arrived.resolve();
    await stopped;
    const { 'handed-over': sent } = await due;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThanOrEqual(8);
    expect(await worker.store.listLetters('pending')).toHaveLength(20 - sent);
    expect(await worker.store.listLetters('sending')).toEqual([]);
  });

  test('cuts short what takes too long: a letter that was not begun is due again at once', async () => {
    const worker = await aDelivery({
      shared: await aSharedStore(),
      elapsedMs: () => performance.now(),
      send: (_letter, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () =>
            resolve({ kind: 'not-sent', reason: 'unreachable' }),
          );
        }),
    });
    await worker.accepts('a');
    void worker.delivery.deliverDue();
    await worker.until('sending');
    await worker.delivery.stop(50);
    expect(await worker.letter('letter-a')).toMatchObject({
      state: 'pending',
      dueAt: NOON,
      lastOutcome: 'stopped',
    });
  });
});
