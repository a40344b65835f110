/** Covers src/referral/follow-up/letter-notices.ts. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSmtpSender } from '../../../../src/platform/mail/smtp-sender.ts';
import { aMailServer, type MailServer } from '../../../support/mail/a-mail-server.ts';
import { aDelivery } from '../../../support/referral/a-delivery.ts';
import { MINUTE_MS } from '../../../support/referral/a-store.ts';

let server: MailServer;
const discards: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await aMailServer();
});
afterEach(async () => {
  await server.behave();
  server.copies.length = 0;
  for (const discard of discards.splice(0)) await discard();
});
afterAll(() => server.close());

async function aWorker() {
  const { url, ca } = server;
  const from = 'referrals@directory.example';
  const send = createSmtpSender({
    url,
    from,
    ca,
    connectTimeoutMs: 30_000,
    silenceTimeoutMs: 30_000,
  });
  const worker = await aDelivery({ send });
  discards.push(worker.discard);
  return worker;
}

describe('letters and a real mail server', () => {
  test('a lost answer makes two copies, alike to the last byte', async () => {
    const worker = await aWorker();
    await worker.accepts('a');
    await server.behave('accept-then-reset');
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-a')).toMatchObject({ state: 'maybe-sent' });
    await server.behave();
    worker.pass(15 * MINUTE_MS);
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-a')).toMatchObject({ state: 'handed-over' });
    const [first, second, ...more] = server.copies;
    expect(more).toEqual([]);
    expect(second?.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  test('a server that loses every answer gets three copies at most', async () => {
    const worker = await aWorker();
    await worker.accepts('a');
    await server.behave('accept-then-reset');
    for (let tries = 0; tries < 6; tries += 1) {
      await worker.delivery.deliverDue();
      worker.pass(60 * MINUTE_MS);
    }
    expect(server.copies.filter(({ to }) => to === 'north@prescribers.example')).toHaveLength(3);
    expect(await worker.letter('letter-a')).toMatchObject({ state: 'needs-human' });
  });

  test('a mailbox that is gone: the fallback reads of it, and of nothing that the person wrote', async () => {
    const worker = await aWorker();
    const { reference } = await worker.accepts('a');
    await server.behave({ recipient: (to) => (to.startsWith('north') ? '550 Gone' : undefined) });
    await worker.delivery.deliverDue();
    const copies = server.copies.map(({ to, bytes }) => ({ to, text: bytes.toString() }));
    expect(copies.map(({ to }) => to).sort()).toEqual([
      'borough@prescribers.example',
      'operator@prescribers.example',
    ]);
    for (const { text } of copies) {
      expect(text).toContain(reference);
      expect(text).not.toContain('Text of a');
    }
  });

  test('what piled up goes once each', async () => {
    const worker = await aWorker();
    for (let name = 0; name < 100; name += 1) await worker.accepts(name);
    await worker.delivery.deliverDue();
    const ids = server.copies.map(({ bytes }) => /^Message-ID.*$/m.exec(bytes.toString())?.[0]);
    expect(ids).toHaveLength(100);
    expect(new Set(ids).size).toBe(100);
  });
});
