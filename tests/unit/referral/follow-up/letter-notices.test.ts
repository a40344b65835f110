import { expect, test } from 'vitest';
import { aDelivery } from '../../../support/referral/a-delivery.ts';
import { aLetterRow, MINUTE_MS } from '../../../support/referral/a-store.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;

test('letters about reports that reach nobody are one alert a day, however many they are', async () => {
  const worker = await aDelivery();
  const fail = async (name: string) => {
    const letter = aLetterRow(name, { kind: 'report', state: 'needs-human' });
    await worker.store.addLetters([letter]);
    const [stored] = (await worker.store.listLetters('needs-human')).slice(-1);
    if (stored) await worker.notices.needsHuman(stored);
  };
  const alerts = async () =>
    (await worker.store.listLetters('pending')).filter(({ kind }) => kind === 'alert').length;

  for (const name of ['a', 'b', 'c']) await fail(name);
  expect(await alerts()).toBe(1);
  worker.pass(DAY_MS);
  await worker.watch();
  expect(await alerts()).toBe(1);
  await fail('d');
  expect(await alerts()).toBe(2);
});
