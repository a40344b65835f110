/** Workers while a key is replaced: src/referral/letters/prepare-letter.ts, src/referral/delivery/deliver.ts. */
import { expect, test } from 'vitest';
import { createSealing } from '../../../../src/platform/secrets/sealing.ts';
import { aDelivery, aSharedStore } from '../../../support/referral/a-delivery.ts';

const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const sealedAnew = (id: string) =>
  createSealing(fresh).seal(
    id,
    JSON.stringify({
      version: 1,
      destination: { to: 'practice', practice: 'F84001' },
      subject: 'Subject',
      text: 'Locked with the new key',
    }),
  );

test('a worker with the old key leaves what the new one locked to a worker that has it', async () => {
  const shared = await aSharedStore();
  const worker = await aDelivery({
    shared,
    sealing: createSealing(old),
    isOwnKeyInForce: async () => false,
  });
  await worker.accepts('a', { letter: sealedAnew('letter-a') });
  await worker.accepts('b');

  for (let round = 0; round < 3; round += 1) await worker.delivery.deliverDue();
  expect(await worker.letter('letter-a')).toMatchObject({
    state: 'pending',
    attempts: 0,
    lastOutcome: 'other-key',
  });
  expect(worker.sent.map(({ messageId }) => messageId)).toEqual(['<b@directory.example>']);

  const next = await aDelivery({ shared, worker: 'next', sealing: createSealing(fresh, old) });
  expect(await next.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
  expect(next.sent).toMatchObject([{ text: 'Locked with the new key' }]);
});

test('a worker with the new key sends what the old one locked, and nobody waits for what is damaged', async () => {
  const worker = await aDelivery({ sealing: createSealing(fresh, old) });
  await worker.accepts('a');
  await worker.accepts('b', { letter: sealedAnew('another row') });
  await worker.delivery.deliverDue();

  expect(await worker.letter('letter-a')).toMatchObject({ state: 'handed-over' });
  expect(await worker.letter('letter-b')).toMatchObject({
    state: 'needs-human',
    lastOutcome: 'unreadable',
  });
});
