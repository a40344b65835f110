import { expect, test } from 'vitest';
import { createHandOverLock } from '../../../../src/referral/delivery/hand-over-lock.ts';
import { aDelivery, endings } from '../../../support/referral/a-delivery.ts';

/** Time that passes when it is told to. */
function aLock() {
  const running = new Set<() => void>();
  const requestLock = createHandOverLock({
    longestMs: 2_000,
    timers: {
      every: (_ms, run) => {
        running.add(run);
        return () => running.delete(run);
      },
    },
  });
  const granted: string[] = [];
  return {
    granted,
    requests(name: string) {
      const lock = requestLock();
      void lock.acquire().then(() => granted.push(name));
      return lock;
    },
    async tooLong() {
      for (const run of [...running]) run();
      await Promise.resolve();
    },
  };
}

test('one after the other, in the order in which they came', async () => {
  const { requests, granted } = aLock();
  const first = requests('first');
  const second = requests('second');
  requests('third');
  await Promise.resolve();
  expect(granted).toEqual(['first']);
  first.release();
  first.release();
  await Promise.resolve();
  expect(granted).toEqual(['first', 'second']);
  second.release();
  await Promise.resolve();
  expect(granted).toEqual(['first', 'second', 'third']);
});

test('who stays too long holds up nobody, and leaves without letting a second in', async () => {
  const { requests, granted, tooLong } = aLock();
  const slow = requests('slow');
  requests('second');
  requests('third');
  await tooLong();
  expect(granted).toEqual(['slow', 'second']);
  slow.release();
  await Promise.resolve();
  expect(granted).toEqual(['slow', 'second']);
});

test('who gives up while waiting is not let in', async () => {
  const { requests, granted } = aLock();
  const first = requests('first');
  requests('second').release();
  requests('third');
  first.release();
  await Promise.resolve();
  expect(granted).toEqual(['first', 'third']);
});

test('no text goes before it is stored what became of the one before', async () => {
  const unnoted: number[] = [];
  const worker = await aDelivery({
    send: async (_letter, _signal, beforeText) => {
      await beforeText?.();
      begun += 1;
      const { handedOver } = await worker.store.counts();
      unnoted.push(begun - handedOver);
      return endings.taken;
    },
  });
  let begun = 0;
  for (let name = 0; name < 20; name += 1) await worker.accepts(name);
  await worker.delivery.deliverDue();

  expect(unnoted).toEqual(Array(20).fill(1));
});
