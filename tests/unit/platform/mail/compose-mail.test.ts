import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../../src/platform/mail/compose-mail.ts';
import { aMail } from '../../../support/mail/a-mail.ts';

const from = 'referrals@directory.example';

describe('the bytes of a letter', () => {
  test('are one plain text with a fixed head', async () => {
    const bytes = await composeMail(aMail({ subject: 'Referral SP-7K3M-9QXT' }), from);
    const { head } = split(bytes);
    expect(head.split('\r\n').sort()).toEqual([
      'Auto-Submitted: auto-generated',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/plain; charset=utf-8',
      'Date: Sun, 22 Nov 2026 09:00:00 +0000',
      'From: referrals@directory.example',
      'MIME-Version: 1.0',
      'Message-ID: <letter-1@directory.example>',
      'Subject: Referral SP-7K3M-9QXT',
      'To: team@nhs.example',
      'X-Auto-Response-Suppress: OOF, AutoReply',
    ]);
  });

  test('are the same on every try', async () => {
    const mail = aMail({ text: 'নাম: Test Person One\n.\nFrom here on\n' });
    const first = await composeMail(mail, from);
    expect((await composeMail({ ...mail }, from)).equals(first)).toBe(true);
  });

  test('hold whatever was written, in one body under one head', async () => {
    const nasty = fc.constantFrom(
      '\r\n.\r\n',
      '\n.\n',
      '\r.\r',
      '\r\n\r\nBcc: <a@evil.example>',
      '\0',
      '\u2028',
      '.',
      '..',
      'MAIL FROM:<a@evil.example>',
      '=0D=0A',
      '--boundary',
      'নাম',
      '\u202e',
      ' \t',
      'x'.repeat(1200),
    );
    const piece = fc.oneof(nasty, fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = pieces.join('');
        const bytes = await composeMail(aMail({ text }), from);
        const { head, body } = split(bytes);
        expect(head.split('\r\n').filter((line) => !/^\s/.test(line))).toHaveLength(10);
        const written = text.replace(/\r\n?/g, '\n');
        expect(decodeQuotedPrintable(body)).toBe(written.endsWith('\n') ? written : `${written}\n`);
        // No line of the body may be too long for a mail server, nor hold a line end of its own.
        expect(body.split('\r\n').every((line) => line.length <= 76 && !/[\r\n]/.test(line))).toBe(
          true,
        );
      }),
      { numRuns: 2_000, seed: 20261122 },
    );
  });

  test('go to one plain mailbox or are not made', async () => {
    for (const to of [
      'a@nhs.example, b@evil.example',
      'b@nhs.example\r\nRCPT TO:<c@evil.example>',
      '<b@nhs.example>',
      '"b c"@nhs.example',
      'b@nhs.example\n',
      'b',
      '',
    ]) {
      await expect(async () => composeMail(aMail({ to }), from)).rejects.toThrow('one mailbox');
    }
  });

  test('keep a subject in its own line of the head', async () => {
    const subject = 'A\r\nBcc: c@evil.example\r\n\r\nbody';
    const { head } = split(await composeMail(aMail({ subject }), from));
    expect(head).not.toMatch(/^Bcc/im);
    expect(head.split('\r\n').filter((line) => !/^\s/.test(line))).toHaveLength(10);
  });
});

function split(bytes: Buffer) {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  return { head: text.slice(0, end), body: text.slice(end + 4) };
}

/** By RFC 2045, written apart from the library that encodes. */
function decodeQuotedPrintable(body: string): string {
  const joined = body.replace(/=\r\n/g, '').replace(/\r\n/g, '\n');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
