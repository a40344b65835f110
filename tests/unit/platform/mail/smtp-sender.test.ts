/** Covers src/platform/mail/mail-outcome.ts, src/platform/mail/refusal.ts. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { composeMail } from '../../../../src/platform/mail/compose-mail.ts';
import type { SendOutcome } from '../../../../src/platform/mail/mail.ts';
import { createSmtpSender } from '../../../../src/platform/mail/smtp-sender.ts';
import { aMail } from '../../../support/mail/a-mail.ts';
import { aMailServer, type MailServer } from '../../../support/mail/a-mail-server.ts';
import { createAuthority } from '../../../support/mail/certificates.ts';
import {
  HANG,
  type MailFault,
  type MailFaultName,
  RESET,
} from '../../../support/mail/mail-faults.ts';

const from = 'referrals@directory.example';
let server: MailServer;

beforeAll(async () => {
  server = await aMailServer();
});
afterEach(async () => {
  await server.behave();
  server.copies.length = 0;
});
afterAll(() => server.close());

describe('handing a letter to the mail server', () => {
  test('over TLS, after a login, gives it the bytes that were composed', async () => {
    const mail = aMail({ text: '.\n..\nনাম\n' });
    expect(await send({ mail })).toEqual({ kind: 'handed-over', code: 250 });
    const [copy] = server.copies;
    expect(copy).toMatchObject({ from, to: mail.to });
    expect(copy?.bytes.toString()).toBe((await composeMail(mail, from)).toString());
  });

  test('gives it the same bytes when it is tried again', async () => {
    await send();
    await send();
    const [first, second] = server.copies;
    expect(first?.bytes.equals(second?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  test('with TLS from the start', async () => {
    const authority = createAuthority('Authority of one test');
    const smtps = new SMTPServer({
      ...authority.issue(),
      secure: true,
      authOptional: true,
      logger: false,
    });
    smtps.on('error', () => undefined);
    const listener = smtps.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as { port: number };
    const url = `smtps://127.0.0.1:${port}`;
    try {
      const outcome = await createSmtpSender({ url, from, ca: authority.cert })(aMail(), never());
      expect(outcome.kind).toBe('handed-over');
      const untrusting = await createSmtpSender({ url, from, ca: server.ca })(aMail(), never());
      expect(untrusting).toEqual({ kind: 'not-sent', reason: 'tls' });
    } finally {
      await new Promise<void>((closed) => smtps.close(closed));
    }
  });
  test.each([
    {
      offer: 'offers reports',
      hideDSN: false,
      sender: { RET: 'HDRS', ENVID: 'letter-1' },
      recipient: { NOTIFY: 'FAILURE,DELAY' },
    },
    { offer: 'offers none', hideDSN: true, sender: false, recipient: false },
  ])('asks a server that $offer for such as hold no words', async (about) => {
    const authority = createAuthority('Authority of one test');
    const envelopes: SMTPServerSession['envelope'][] = [];
    const smtp = new SMTPServer({
      ...authority.issue(),
      authOptional: true,
      logger: false,
      hideDSN: about.hideDSN,
      onData: (stream, { envelope }, done) => {
        envelopes.push(structuredClone(envelope));
        stream.resume().on('end', () => done());
      },
    });
    smtp.on('error', () => undefined);
    const listener = smtp.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as { port: number };
    try {
      const url = `smtp://127.0.0.1:${port}`;
      const outcome = await createSmtpSender({ url, from, ca: authority.cert })(aMail(), never());

      expect(outcome).toEqual({ kind: 'handed-over', code: 250 });
      expect(envelopes).toHaveLength(1);
      expect(envelopes[0]?.mailFrom).toMatchObject({ address: from, args: about.sender });
      expect(envelopes[0]?.rcptTo).toMatchObject([{ args: about.recipient }]);
    } finally {
      await new Promise<void>((closed) => smtp.close(closed));
    }
  });
});

describe('a mail server that fails', () => {
  const notSent = (reason: string, code?: number) => ({
    kind: 'not-sent',
    reason,
    ...(code ? { code } : {}),
  });
  const lost: SendOutcome = { kind: 'maybe-sent', reason: 'connection-lost' };
  const silent: SendOutcome = { kind: 'maybe-sent', reason: 'no-answer' };

  test.for<[MailFaultName, unknown, number]>([
    ['refused', notSent('unreachable'), 0],
    ['no-greeting', notSent('no-greeting'), 0],
    ['greeting-421', notSent('try-later', 421), 0],
    ['starttls-stripped', notSent('tls', 454), 0],
    ['untrusted-certificate', notSent('tls'), 0],
    ['expired-certificate', notSent('tls'), 0],
    ['wrong-name-certificate', notSent('tls'), 0],
    ['login-535', notSent('login', 535), 0],
    ['sender-451', notSent('try-later', 451), 0],
    ['sender-550', notSent('sender-refused', 550), 0],
    ['recipient-450', notSent('try-later', 450), 0],
    ['recipient-451', notSent('try-later', 451), 0],
    ['recipient-452', notSent('try-later', 452), 0],
    ['recipient-550', { kind: 'refused', reason: 'recipient', code: 550 }, 0],
    ['message-451', notSent('try-later', 451), 0],
    ['message-552', { kind: 'refused', reason: 'message', code: 552 }, 0],
    ['message-554', { kind: 'refused', reason: 'message', code: 554 }, 0],
    ['reset-mid-text', lost, 0],
    ['reset-before-accept', lost, 0],
    ['hang-before-accept', silent, 0],
    ['accept-then-reset', lost, 1],
    ['accept-then-hang', silent, 1],
  ])('with %s: what is known of the letter', async ([fault, outcome, copies]) => {
    await server.behave(fault);
    const isSilent = /hang|no-greeting/.test(fault);
    expect(await send({ timeoutMs: isSilent ? 2_000 : 30_000 })).toEqual(outcome);
    expect(server.copies).toHaveLength(copies);
    expect(server.heardInClear()).not.toContain('Test Person');
  });

  test.for<[string, MailFault, unknown]>([
    ['554 instead of a greeting', { greeting: '554 No service' }, notSent('no-greeting', 554)],
    ['a login that has to wait', { login: '454 4.7.0 Not now' }, notSent('try-later', 454)],
    ['silence after the login', { login: HANG }, notSent('unreachable')],
    ['a reset after the login', { login: RESET }, notSent('unreachable')],
    ['no login known at the sender', { sender: '530 5.7.0 Log in' }, notSent('login', 530)],
    ['no login known at the recipient', { recipient: '530 5.7.0 Log in' }, notSent('login', 530)],
    ['out of step', { recipient: '503 5.5.1 Bad sequence' }, notSent('try-later', 503)],
    ['a reset at the sender', { sender: RESET }, notSent('unreachable')],
    ['421 at the sender', { sender: '421 4.3.2 Closing' }, notSent('try-later', 421)],
    ['a reset at the recipient', { recipient: RESET }, notSent('hung-up')],
    ['silence at the recipient', { recipient: HANG }, notSent('hung-up')],
    ['421 at the recipient', { recipient: '421 4.3.2 Closing' }, notSent('hung-up', 421)],
    ['421 at the end', { end: { keeps: false, says: '421 Closing' } }, notSent('try-later', 421)],
    ['no sense at the end', { end: { keeps: true, says: 'What?' } }, lost],
  ])('with %s: what is known of the letter', async ([what, fault, outcome]) => {
    await server.behave(fault);
    const isSilent = what.startsWith('silence');
    expect(await send({ timeoutMs: isSilent ? 2_000 : 30_000 })).toEqual(outcome);
  });

  const unusable = notSent('account-refused', 550);
  const gone = { kind: 'refused', reason: 'recipient', code: 550 };
  const unfit = { kind: 'refused', reason: 'message', code: 550 };
  test.for<[string, unknown, unknown]>([
    // What is said, at the recipient, and of the text.
    ['5.7.1 Unable to relay', unusable, unusable],
    ['5.7.1 Message rejected as spam by content scanning', unusable, unfit],
    ['5.7.54 SMTP; Unable to relay recipient in non-accepted domain', unusable, unusable],
    ['5.7.57 Client not authenticated to send mail', unusable, unusable],
    ['5.7.60 SMTP; Client does not have permissions to send as this sender', unusable, unusable],
    ['5.7.64 TenantAttribution; Relay Access Denied', unusable, unusable],
    ['5.7.708 Access denied, traffic not accepted from this IP', unusable, unusable],
    ['5.7.26 Unauthenticated mail from a domain is not accepted', unusable, unusable],
    ['5.4.5 Daily user sending limit exceeded', unusable, unusable],
    ['5.2.252 SendAsDenied', unusable, unusable],
    ['5.1.8 Access denied, bad outbound sender', unusable, unusable],
    ['5.1.90 You have reached your daily limit for message recipients', unusable, unusable],
    ['relay not permitted', unusable, unusable],
    ['5.1.1 No such mailbox', gone, unfit],
    ['5.2.1 Mailbox disabled', gone, unfit],
    ['5.4.1 Recipient address rejected: Access denied', gone, unfit],
    ['5.7.133 Sender not authenticated for group', gone, unfit],
    ['5.7.17 Mailbox owner has changed', gone, unfit],
    ['5.3.4 Message too big', gone, unfit],
    ['5.6.0 Not fit to send', gone, unfit],
    ['4.7.1 Of another class than its reply', gone, unfit],
    ['No such user', gone, unfit],
  ])('with "550 %s": who is at fault', async ([says, atRecipient, ofText]) => {
    await server.behave({ recipient: `550-${says}\r\n550 ${says}` });
    expect(await send()).toEqual(atRecipient);
    await server.behave({ end: { keeps: false, says: `550 ${says}` } });
    expect(await send()).toEqual(ofText);
  });

  test('that takes commands in one go is understood as well', async () => {
    await server.behave({ pipelining: true });
    expect(await send()).toEqual({ kind: 'handed-over', code: 250 });
    await server.behave({ pipelining: true, recipient: RESET });
    expect(await send()).toEqual(notSent('hung-up'));
    await server.behave({ pipelining: true, recipient: '421 4.3.2 Closing' });
    expect(await send()).toEqual(notSent('hung-up', 421));
    await server.behave({ pipelining: true, sender: '550 5.7.1 Sender not allowed' });
    expect(await send()).toEqual(notSent('sender-refused', 550));
  });

  test('and closes before it greets, has not got the letter', async () => {
    const closing = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(closing, 'listening');
    const { port } = closing.address() as { port: number };
    expect(await send({ url: `smtp://127.0.0.1:${port}` })).toEqual(notSent('no-greeting'));
    closing.close();
  });

  test('and cannot be found, has not got the letter', async () => {
    const outcome = await send({ url: 'smtp://nowhere.invalid:25' });
    expect(outcome).toEqual(notSent('unreachable'));
  });

  test('does not hold a letter once we are told to stop', async () => {
    const stop = new AbortController();
    await server.behave({ recipient: HANG, at: { sender: () => stop.abort() } });
    expect(await send({ signal: stop.signal })).toMatchObject({ kind: 'not-sent' });

    const later = new AbortController();
    await server.behave({ end: { keeps: true, says: HANG }, at: { dot: () => later.abort() } });
    expect(await send({ signal: later.signal })).toEqual(silent);
  });

  test('gets no byte of the text before it may begin, and none if we are told to stop first', async () => {
    const stop = new AbortController();
    const outcome = await createSmtpSender({ url: server.url, from, ca: server.ca })(
      aMail(),
      stop.signal,
      async () => {
        setTimeout(() => stop.abort(), 50);
        await new Promise<void>((resolve) => {
          stop.signal.addEventListener('abort', () => setTimeout(resolve, 50));
        });
      },
    );
    expect(outcome).toMatchObject({ kind: 'not-sent' });
    await wait(100);
    expect(server.copies).toEqual([]);
  });

  test('that does not offer a login gets no letter when we have one', async () => {
    const authority = createAuthority('Authority of one test');
    const open = new SMTPServer({
      ...authority.issue(),
      authOptional: true,
      logger: false,
      disabledCommands: ['AUTH'],
    });
    open.on('error', () => undefined);
    const listener = open.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as { port: number };
    const url = `smtp://directory:secret@127.0.0.1:${port}`;
    const outcome = await createSmtpSender({ url, from, ca: authority.cert })(aMail(), never());
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: 'login' });
    await new Promise<void>((closed) => open.close(closed));
  });
});

function send({
  mail = aMail(),
  signal = never(),
  url = server.url,
  /** Short only where the server says nothing, or a busy machine would pass for a silent one. */
  timeoutMs = 30_000,
} = {}) {
  return createSmtpSender({
    url,
    from,
    ca: server.ca,
    connectTimeoutMs: timeoutMs,
    silenceTimeoutMs: timeoutMs,
  })(mail, signal);
}

function never(): AbortSignal {
  return new AbortController().signal;
}
