import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../../src/platform/config.ts';
import { readMailAuthorities } from '../../../../src/platform/mail/mail-authorities.ts';
import { createSmtpSender } from '../../../../src/platform/mail/smtp-sender.ts';
import { aMail } from '../../../support/mail/a-mail.ts';
import { aMailServer } from '../../../support/mail/a-mail-server.ts';
import { createAuthority } from '../../../support/mail/certificates.ts';

const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
afterAll(() => rmSync(folder, { recursive: true }));
const aFile = (text: string) => {
  const file = join(folder, 'ca.pem');
  writeFileSync(file, text);
  return file;
};

describe('MAIL_CA_FILE', () => {
  test('lets letters go to a mail server whose certificate only it vouches for', async () => {
    const server = await aMailServer();
    const send = (caFile: string | undefined) =>
      createSmtpSender({
        url: server.url,
        from: 'referrals@trust.example',
        ca: readMailAuthorities(caFile),
      })(aMail({}), AbortSignal.timeout(30_000));

    expect(await send(undefined)).toEqual({ kind: 'not-sent', reason: 'tls' });
    expect(await send(server.caFile)).toMatchObject({ kind: 'handed-over' });
    await server.close();
  });

  test('adds to those that are trusted anyhow', () => {
    const { cert } = createAuthority('Ours');
    const trusted = readMailAuthorities(aFile(`Our authority\n${cert}\n`));

    expect(trusted?.at(-1)?.trim()).toBe(cert.trim());
    expect(trusted?.length).toBeGreaterThan(50);
  });

  test.each([
    ['a file that is not there', () => join(folder, 'none.pem'), 'cannot be read (ENOENT)'],
    ['a file without certificates', () => aFile('nothing'), 'holds no certificates'],
    [
      'a damaged one',
      () => aFile('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
      'or a damaged one',
    ],
  ])('is refused for %s, and named', (_what, file, says) => {
    expect(() => readMailAuthorities(file())).toThrow(ConfigurationError);
    expect(() => readMailAuthorities(file())).toThrow(says);
  });
});
