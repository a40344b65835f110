import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { composeMail } from '../../../../src/platform/mail/compose-mail.ts';
import { createFileSender } from '../../../../src/platform/mail/file-sender.ts';
import { aMail } from '../../../support/mail/a-mail.ts';

const parent = mkdtempSync(join(tmpdir(), 'letters-'));
const folder = join(parent, 'mail');
const from = 'referrals@directory.example';
const signal = new AbortController().signal;

afterAll(() => rmSync(parent, { recursive: true }));

describe('letters without a mail server', () => {
  test('lie in a folder, as they would have been sent, for nobody else to read', async () => {
    const mail = aMail();
    expect(await createFileSender(folder, from)(mail, signal)).toEqual({
      kind: 'handed-over',
      code: 250,
    });
    expect(readdirSync(folder)).toEqual(['letter-1@directory.example.eml']);
    const file = join(folder, 'letter-1@directory.example.eml');
    expect(readFileSync(file).equals(await composeMail(mail, from))).toBe(true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('stay in the folder whatever their Message-ID is', async () => {
    await createFileSender(folder, from)(aMail({ messageId: '<../../escaped@x>' }), signal);
    expect(readdirSync(parent)).toEqual(['mail']);
  });

  test('are one file when sent again', async () => {
    const before = readdirSync(folder).length;
    await createFileSender(folder, from)(aMail(), signal);
    expect(readdirSync(folder)).toHaveLength(before);
  });
});
