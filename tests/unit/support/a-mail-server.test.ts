import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aMailServer, type MailServer } from '../../support/mail/a-mail-server.ts';
import { type MailFaultName, mailFaults, RESET } from '../../support/mail/mail-faults.ts';

let mail: MailServer;
beforeAll(async () => {
  mail = await aMailServer();
});
beforeEach(async () => {
  await mail.behave();
  mail.copies.length = 0;
});
afterAll(() => mail.close());

const TEXT = 'First line\r\n.\r\n..dots at the start\r\nকেমন আছেন';

/** 'sent', or what nodemailer says of the failure. */
async function send(timeoutMs = 30_000): Promise<string> {
  const transport = createTransport({
    url: mail.url,
    requireTLS: true,
    tls: { ca: mail.ca },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  try {
    await transport.sendMail({
      from: 'from@directory.example',
      to: { name: '', address: 'team@mail.example' },
      subject: 'Greeting',
      text: TEXT,
      messageId: '<fixed@directory.example>',
      date: new Date('2026-11-22T10:00:00Z'),
    });
    return 'sent';
  } catch (error) {
    const { code, responseCode = '' } = error as { code: string; responseCode?: number };
    return `${code} ${responseCode}`.trim();
  } finally {
    transport.close();
  }
}

test('takes a letter, byte for byte, the same whether it behaves or is watched for a fault', async () => {
  expect(await send()).toBe('sent');
  await mail.behave({});
  expect(await send()).toBe('sent');

  const [first, second] = mail.copies;
  expect(first?.to).toBe('team@mail.example');
  expect(second?.bytes.toString()).toBe(first?.bytes.toString());
  expect(second?.bytes.toString()).toContain('Message-ID: <fixed@directory.example>');
  expect(mail.heardInClear()).not.toContain('Subject');
});

const table: Record<MailFaultName, [kept: number, says: string]> = {
  refused: [0, 'ESOCKET'],
  'no-greeting': [0, 'ETIMEDOUT'],
  'greeting-421': [0, 'EPROTOCOL 421'],
  'starttls-stripped': [0, 'ETLS 454'],
  'untrusted-certificate': [0, 'ESOCKET'],
  'expired-certificate': [0, 'ESOCKET'],
  'wrong-name-certificate': [0, 'ESOCKET'],
  'login-535': [0, 'EAUTH 535'],
  'sender-451': [0, 'EENVELOPE 451'],
  'sender-550': [0, 'EENVELOPE 550'],
  'recipient-450': [0, 'EENVELOPE 450'],
  'recipient-451': [0, 'EENVELOPE 451'],
  'recipient-452': [0, 'EENVELOPE 452'],
  'recipient-hangs-up': [0, 'ESOCKET'],
  'relay-550': [0, 'EENVELOPE 550'],
  'recipient-550': [0, 'EENVELOPE 550'],
  'message-451': [0, 'EMESSAGE 451'],
  'message-552': [0, 'EMESSAGE 552'],
  'message-554': [0, 'EMESSAGE 554'],
  'reset-mid-text': [0, 'ESOCKET'],
  'reset-before-accept': [0, 'ESOCKET'],
  'hang-before-accept': [0, 'ETIMEDOUT'],
  'accept-then-reset': [1, 'ESOCKET'],
  'accept-then-hang': [1, 'ETIMEDOUT'],
};

describe('each fault', () => {
  test.each(Object.keys(mailFaults) as MailFaultName[])('%s', async (name) => {
    await mail.behave(name);

    // Short only where the server says nothing, or a busy machine would pass for a silent one.
    const isSilent = table[name][1] === 'ETIMEDOUT';
    expect(await send(isSilent ? 2_000 : 30_000)).toBe(table[name][1]);
    expect(mail.copies).toHaveLength(table[name][0]);
    expect(mail.heardInClear()).not.toContain('First line');
  });
});

test('comes back on the same port after refusing', async () => {
  await mail.behave('refused');
  await send();
  await mail.behave();

  expect(await send()).toBe('sent');
});

test('refuses some addresses only, and tells how far a conversation came', async () => {
  const stages: string[] = [];
  await mail.behave({
    recipient: (address) => (address.startsWith('team@') ? '550 Gone' : undefined),
    at: { sender: () => void stages.push('sender'), data: () => void stages.push('data') },
  });
  expect(await send()).toBe('EENVELOPE 550');

  await mail.behave({
    end: { keeps: true, says: RESET },
    at: { dot: () => void stages.push('dot') },
  });
  await send();
  expect(stages).toEqual(['sender', 'dot']);
});
