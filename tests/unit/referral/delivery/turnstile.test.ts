import { expect, test } from 'vitest';
import { createTurnstile } from '../../../../src/referral/delivery/turnstile.ts';
import { aDelivery, endings } from '../../../support/referral/a-delivery.ts';

/** Time that passes when it is told to. */
function aTurnstile() {
  const running = new Set<() => void>();
  const pass = createTurnstile({
    longestMs: 2_000,
    timers: {
      every: (_ms, run) => {
        running.add(run);
        return () => running.delete(run);
      },
    },
  });
  const entered: string[] = [];
  return {
    entered,
    comes(name: string) {
      const passage = pass();
      void passage.enter().then(() => entered.push(name));
      return passage;
    },
    async tooLong() {
      for (const run of [...running]) run();
      await Promise.resolve();
    },
  };
}

test('one after the other, in the order in which they came', async () => {
  const { comes, entered } = aTurnstile();
  const first = comes('first');
  const second = comes('second');
  comes('third');
  await Promise.resolve();
  expect(entered).toEqual(['first']);
  first.leave();
  first.leave();
  await Promise.resolve();
  expect(entered).toEqual(['first', 'second']);
  second.leave();
  await Promise.resolve();
  expect(entered).toEqual(['first', 'second', 'third']);
});

test('who stays too long holds up nobody, and leaves without letting a second in', async () => {
  const { comes, entered, tooLong } = aTurnstile();
  const slow = comes('slow');
  comes('second');
  comes('third');
  await tooLong();
  expect(entered).toEqual(['slow', 'second']);
  slow.leave();
  await Promise.resolve();
  expect(entered).toEqual(['slow', 'second']);
});

test('who gives up while waiting is not let in', async () => {
  const { comes, entered } = aTurnstile();
  const first = comes('first');
  comes('second').leave();
  comes('third');
  first.leave();
  await Promise.resolve();
  expect(entered).toEqual(['first', 'third']);
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
