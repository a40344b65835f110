import { queryObjects } from 'node:v8';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { expect, test } from 'vitest';
import { createSmtpSender } from '../../../../src/platform/mail/smtp-sender.ts';
import { aMail } from '../../../support/mail/a-mail.ts';
import { aMailServer } from '../../../support/mail/a-mail-server.ts';

const kept = () => queryObjects(SMTPConnection, { format: 'count' });

test('a letter that was handed over is not kept in memory', async () => {
  // Other tests of this thread may have left some, which go as well.
  const before = kept();
  const server = await aMailServer();
  const worker = new AbortController();
  const send = createSmtpSender({
    url: server.url,
    from: 'referrals@directory.example',
    ca: server.ca,
  });
  for (let sent = 0; sent < 5; sent += 1) await send(aMail(), worker.signal);

  // The goodbye takes a second, and the one that was last may be held by who looks.
  await expect.poll(kept, { interval: 200 }).toBeLessThanOrEqual(before + 1);
  expect(worker.signal.aborted).toBe(false);
  await server.close();
});
