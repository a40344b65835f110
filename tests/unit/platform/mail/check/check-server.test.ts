/** Covers src/platform/mail/check/tls-probe.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkMailServer } from '../../../../../src/platform/mail/check/check-server.ts';
import { createSmtpSender } from '../../../../../src/platform/mail/smtp-sender.ts';
import { aMail } from '../../../../support/mail/a-mail.ts';
import { aMailServer, type MailServer } from '../../../../support/mail/a-mail-server.ts';
import type { MailFault, MailFaultName } from '../../../../support/mail/mail-faults.ts';

let server: MailServer;
beforeAll(async () => {
  server = await aMailServer();
});
afterAll(() => server.close());

const from = 'referrals@trust.example';

async function check(fault?: MailFault | MailFaultName, { url = server.url, ca = server.ca } = {}) {
  await server.behave(fault);
  const send = createSmtpSender({ url, from, ca });
  const steps = await checkMailServer({
    url,
    ca,
    from,
    sendTestLetter: () => send(aMail({}), AbortSignal.timeout(20_000)),
    timeoutMs: 3000,
  });
  expect(JSON.stringify(steps)).not.toContain('secret');
  return steps.map(({ what, is, says }) => ({ what: what.split(' ')[0], is, says }));
}

test('a mail server that takes us takes a test letter, and each step is told', async () => {
  const before = server.copies.length;
  const steps = await check();

  expect(steps.map(({ what, is }) => `${what} ${is}`)).toEqual([
    'Name ok',
    'Connection ok',
    'TLS ok',
    'Login ok',
    'Sender ok',
    'Test ok',
  ]);
  expect(server.copies).toHaveLength(before + 1);
});

describe('a mail server that does not is told by the step that failed', () => {
  test.each<[MailFaultName, string, RegExp]>([
    ['refused', 'Connection', /nobody answers/],
    ['no-greeting', 'Connection', /does not greet/],
    ['greeting-421', 'Connection', /does not greet/],
    ['starttls-stripped', 'TLS', /offers none/],
    ['expired-certificate', 'TLS', /has run out/],
    ['wrong-name-certificate', 'TLS', /another name/],
    ['untrusted-certificate', 'TLS', /does not know.*MAIL_CA_FILE/],
    ['login-535', 'Login', /refused: the user, password/],
    ['sender-550', 'Sender', /MAIL_FROM/],
    ['relay-550', 'Test', /may not send to this mailbox/],
    ['recipient-550', 'Test', /refuses this mailbox/],
    ['message-554', 'Test', /refuses the text/],
    ['recipient-450', 'Test', /try later/],
  ])('%s: %s', async (fault, part, says) => {
    const steps = await check(fault);
    const failed = steps.find(({ is }) => is === 'not ok');

    expect(failed).toEqual({ what: part, is: 'not ok', says: expect.stringMatching(says) });
    expect(steps.filter(({ is }) => is === 'not ok')).toHaveLength(1);
  });

  test('an authority that is not known: without MAIL_CA_FILE', async () => {
    const steps = await check(undefined, { ca: '' });

    expect(steps.at(-1)).toMatchObject({ what: 'TLS', is: 'not ok' });
  });

  test('a name that there is not', async () => {
    const steps = await check(undefined, { url: 'smtp://u:secret@mail.invalid:587' });

    expect(steps).toEqual([
      { what: 'Name', is: 'not ok', says: expect.stringMatching(/mail\.invalid cannot/) },
    ]);
  });

  test('a letter of which nobody knows whether it was taken', async () => {
    const steps = await check('accept-then-reset');

    expect(steps.at(-1)).toMatchObject({ what: 'Test', is: 'cannot tell' });
  });
});
