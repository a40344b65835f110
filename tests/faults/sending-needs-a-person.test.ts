import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { DAY_MS, decode, oneLetter, referralCopies } from './rig/one-letter.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { runOperator } from './rig/processes/operator.ts';
import { aLetterThat, aWorker, waitUntilSettled } from './rig/processes/worker.ts';
import { expectToldByReference } from './rig/told-by-reference.ts';

const { signals } = missing;

fault(22, { missing: signals }, async (rig) => {
  // The people of F84012 are the east team's; only its mailbox is gone.
  const letter = await oneLetter(
    rig,
    { recipient: (address) => (address.startsWith('east@') ? '550 5.1.1 Gone' : undefined) },
    { practice: 'F84012' },
  );
  await letter.ends('refused:recipient', 'needs-human');
  expect(await letter.state()).toBe('problem');
  expect(referralCopies(rig)).toEqual([]);
  await expectToldByReference(rig, letter.reference, ['borough@mail.example']);

  await runOperator(rig, ['redirect', letter.reference, 'west', '--reason', 'Mailbox gone']);
  await letter.arrives();
  expect(referralCopies(rig).map(({ to }) => to)).toEqual(['west@mail.example']);
  expect(await letter.state()).toBe('handed-over');
  return { told: 'S, then problem, then H' };
});

for (const how of ['message-552', 'message-554'] as const) {
  fault(23, { part: how, missing: signals }, async (rig) => {
    const letter = await oneLetter(rig, how);
    await letter.ends('refused:message', 'needs-human');
    expect(await letter.state()).toBe('problem');
    expect(rig.mail.copies).toEqual([]);
    await rig.mail.behave();
    rig.letPass(60_000);
    await expectToldByReference(rig, letter.reference);
    expect(referralCopies(rig)).toEqual([]);
    return { told: 'S, then problem' };
  });
}

fault(36, { missing: signals }, async (rig) => {
  const letter = await oneLetter(rig, {});
  const { messageId } = await letter.arrives();
  rig.letPass(3 * DAY_MS);
  await aWhile(1500);
  await runOperator(rig, ['bounced', letter.reference, '--reason', 'The mail came back']);
  expect(await letter.state()).toBe('problem');
  expect(readStored(rig).letters[0]?.hasText).toBe(1);
  await runOperator(rig, ['redirect', letter.reference, 'west', '--reason', 'Their mailbox works']);
  await eventually(() => referralCopies(rig).length === 2);
  const copies = referralCopies(rig);
  expect(copies.map(({ to }) => to)).toEqual(['borough@mail.example', 'west@mail.example']);
  expect(copies[1]?.bytes.toString('latin1')).not.toContain(messageId);
  const links = copies.map(({ bytes }) => /\/refer\/received\/[\w-]+\//.exec(decode(bytes))?.[0]);
  expect(links).toEqual([expect.any(String), expect.any(String)]);
  expect(links[0]).not.toBe(links[1]);
  await letter.arrives();
  expect(await letter.state()).toBe('handed-over');
  return { told: 'S, H, problem, H' };
});

fault(37, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  const sent = [];
  for (let count = 0; count < 6; count += 1) sent.push(await desk.post());
  await desk.stop();
  const [poisoned] = readStored(rig).letters;
  damageText(rig, poisoned?.id ?? '');

  await aWorker(rig);
  await aLetterThat(rig, { id: poisoned?.id ?? '', state: 'needs-human' });
  await waitUntilSettled(rig);
  expect(referralCopies(rig)).toHaveLength(5);
  const again = await aDesk(rig);
  const states = await Promise.all(
    sent.map(async ({ reference, statusToken = '' }) => ({
      reference,
      state: (await again.progress(statusToken)).state,
    })),
  );
  for (const { reference, state } of states) {
    expect(state).toBe(reference === poisoned?.reference ? 'problem' : 'handed-over');
  }
  await expectToldByReference(rig, poisoned?.reference ?? '');
  return { told: '1 problem, 5 H' };
});

function damageText(rig: Rig, id: string): void {
  const database = new DatabaseSync(join(rig.dataDir, 'referrals.sqlite'));
  const row = database.prepare('select payload from letter where id = ?').get(id);
  const payload = Buffer.from(row?.payload as Uint8Array);
  payload[payload.length >> 1] = (payload[payload.length >> 1] ?? 0) ^ 0x10;
  database.prepare('update letter set payload = ? where id = ?').run(payload, id);
  database.close();
}
