/** docs/deploy/directory-referrals with the unit of docs/deploy, on folders of this test. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOperator, TOMORROW } from '../support/referral/an-operator.ts';

const isRoot = process.getuid?.() === 0;
const hasTools = ['/usr/bin/setpriv', '/usr/bin/env'].every((path) => existsSync(path));
const NOBODY = 65_534;
const because = ['--reason', 'the team "asked" for it; $(id) & more'];

describe.skipIf(!isRoot || !hasTools)(
  'the command of an install with systemd [skipped unless root on Linux]',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'directory-referrals-'));
    const wrapper = join(folder, 'directory-referrals');
    const operator = anOperator('a letter');

    beforeAll(async () => {
      chmodSync(folder, 0o755);
      await operator.stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
      const key = readFileSync(join(operator.dataDir, 'referral.key'), 'utf8').trim();
      rmSync(join(operator.dataDir, 'referral.key'));
      for (const path of [operator.dataDir, ...pathsIn(operator.dataDir)]) {
        chownSync(path, NOBODY, NOBODY);
      }
      mkdirSync(join(folder, 'etc'));
      writeFileSync(
        join(folder, 'dot.env'),
        'SITE_URL=https://support.directory-on-trial.org.uk\n',
      );
      const secret = (name: string, text: string) =>
        writeFileSync(join(folder, 'etc', name), text, { mode: 0o600 });
      secret(
        'site.env',
        `SMTP_URL="smtp://user:a%20b$c'd;e@mail.example:587" # what Node reads\nREFERRAL_KEY=${key}\n`,
      );
      secret('routing.yaml', readFileSync('content/routing.example.yaml', 'utf8'));
      writeFileSync(join(folder, 'site.service'), moved('directory-site.service'));
      const script = readFileSync('docs/deploy/directory-referrals', 'utf8');
      writeFileSync(
        wrapper,
        script
          .replace('systemctl cat directory-site.service', 'false')
          .replace(/^unit=.*$/m, `unit=${folder}/site.service`),
        { mode: 0o755 },
      );
    });
    afterAll(() => {
      operator.discard();
      rmSync(folder, { recursive: true });
    });

    test('answers from the store of the unit, and leaves nothing of its settings behind', async () => {
      const { code, out, err } = await run(['list']);

      expect([code, err]).toEqual([0, `Store: ${operator.dataDir}/referrals.sqlite\n`]);
      expect(out).toContain('SP-AAAA-3333');
      expect(readdirSync('/run').filter((name) => name.startsWith('directory-ref'))).toEqual([]);
    });

    test('unlocks texts, for a reason that is handed on as it was typed, under the name of who used sudo', async () => {
      const { code, out } = await run(['show', 'SP-AAAA-3333', ...because]);

      expect(code).toBe(0);
      expect(out).toContain('a letter');
      expect(out).toContain(`show, by alex by sudo as nobody: ${because[1]}`);
    });

    test('reads the routing file that root alone can read', async () => {
      const { code, err } = await run(['redirect', 'SP-AAAA-3333', 'no-such-team', ...because]);

      expect(code).toBe(1);
      expect(err).toContain('The routing file has no team "no-such-team". It has:');
    });

    test('checks the routing file and the mail server with the settings of the unit', async () => {
      const routing = await run(['routing:check']);
      const mailboxes = await run(['mail:check']);

      expect(routing.out).toContain('F84012 Albion Health Centre');
      // In production, as the unit is, a mailbox of the example is no mailbox.
      expect([routing.code, routing.err]).toEqual([1, expect.stringContaining('is an example')]);
      expect(routing.out).not.toContain('this is the example');
      expect([mailboxes.code, mailboxes.out]).toEqual([1, '']);
      expect(mailboxes.err).toContain('Mailboxes of the routing file:\n  ');
    });

    test('leaves every file with its owner, and ends as the command ends', async () => {
      expect(await run(['backup', join(operator.dataDir, 'copy.db')])).toMatchObject({ code: 0 });
      expect(await run(['delete'])).toMatchObject({ code: 2 });

      const owners = pathsIn(operator.dataDir).map((path) => statSync(path).uid);
      expect(new Set(owners)).toEqual(new Set([NOBODY]));
    });

    test('refuses who is not root', async () => {
      const { code, err } = await run(['list'], { uid: NOBODY, gid: NOBODY });

      expect(code).toBe(3);
      expect(err).toContain('Run it with sudo.');
    });

    /** The unit as it is shipped, but for where things are. */
    function moved(name: string): string {
      return (
        readFileSync(`docs/deploy/${name}`, 'utf8')
          .replace(/^User=.*$/m, 'User=nobody')
          .replace(/^WorkingDirectory=.*$/m, `WorkingDirectory=${process.cwd()}`)
          // The build that is here was made for another address.
          .replace(/^Environment=/m, `Environment=OUT_DIR=${folder}/none `)
          .replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`)
          .replaceAll('/opt/directory/.env', `${folder}/dot.env`)
          .replaceAll('/var/lib/directory', operator.dataDir)
          .replaceAll('/etc/directory/', `${folder}/etc/`)
      );
    }

    function run(words: string[], as: { uid?: number; gid?: number } = {}) {
      const env = { ...process.env, SUDO_USER: 'alex', DATA_DIR: '/nowhere' };
      return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
        execFile(wrapper, words, { env, cwd: '/', ...as }, (error, out, err) =>
          resolve({ code: error ? error.code : 0, out, err }),
        );
      });
    }
  },
);

function pathsIn(folder: string): string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}
