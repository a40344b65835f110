/** Covers scripts/check-mail.ts. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { aMailServer, type MailServer } from '../support/mail/a-mail-server.ts';

let mail: MailServer;
const folder = mkdtempSync(join(tmpdir(), 'mail-check-'));
const routingFile = join(folder, 'routing.yaml');
const example = readFileSync('content/routing.example.yaml', 'utf8');
const { teams } = parse(example) as { teams: Record<string, { mailbox: string }> };
const mailbox = Object.values(teams)[0]?.mailbox ?? '';

beforeAll(async () => {
  writeFileSync(routingFile, example);
  mail = await aMailServer();
});
afterAll(async () => {
  await mail.close();
  rmSync(folder, { recursive: true });
});

function run(words: string[], changes: Record<string, string> = {}) {
  const env = {
    ...process.env,
    SMTP_URL: mail.url,
    MAIL_FROM: 'referrals@trust.invalid',
    MAIL_CA_FILE: mail.caFile,
    ROUTING_FILE: routingFile,
    DATA_DIR: folder,
    ...changes,
  };
  return new Promise<{ code: unknown; told: string }>((resolve) => {
    execFile(process.execPath, ['scripts/check-mail.ts', ...words], { env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, told: out + err });
    });
  });
}

test('npm run mail:check sends one letter to a mailbox of the routing file, and tells each step', async () => {
  const { told } = await run([mailbox]);

  expect(told).toMatch(/^ok +Login: taken$/m);
  expect(told).toMatch(/^ok +Test letter: taken$/m);
  expect(told).toMatch(/^(not ok|cannot tell) +SPF of trust\.invalid: /m);
  expect(mail.copies.map(({ to }) => to)).toEqual([mailbox]);
  expect(told).not.toContain('secret');
});

test('it ends with 1 when a step is not ok, and tells no password', async () => {
  const { code, told } = await run([mailbox], { SMTP_URL: mail.url.replace('secret', 'another') });

  expect(code).toBe(1);
  expect(told).toMatch(/^not ok +Login: refused/m);
  expect(told).not.toContain('another@');
});

test.each([
  ['no mailbox', []],
  ['a mailbox that is nobody’s', ['somebody@elsewhere.example']],
  ['two', ['a@b.example', 'c@d.example']],
  ['an option that there is not', ['--send']],
])('nothing is sent to %s; the mailboxes that could be named are told', async (_what, words) => {
  const before = mail.copies.length;
  const { code, told } = await run(words);

  expect(code).toBe(1);
  expect(told).toContain(mailbox);
  expect(mail.copies).toHaveLength(before);
});
