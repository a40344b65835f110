/** Covers src/referral/store/identity-watch.ts: a copy sends nothing before somebody decided, however it was put back. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPostgres, findPostgresPrograms, hasPostgres } from '../support/machine/a-postgres.ts';
import { aLetterRow, aReferralRow, aStore, NOON } from '../support/referral/a-store.ts';

const due = { leaseMs: 60_000, owner: 'worker', limit: 9 };

describe.skipIf(!hasPostgres)('a copy in PostgreSQL [skipped where there is none]', () => {
  let server: Awaited<ReturnType<typeof aPostgres>>;
  const folder = mkdtempSync(join(tmpdir(), 'restored-'));
  const dump = join(folder, 'referrals.dump');
  beforeAll(async () => {
    server = await aPostgres();
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const run = (program: string, ...given: string[]) =>
    execFileSync(join(findPostgresPrograms() ?? '', program), given, { stdio: 'pipe' });

  async function aSite() {
    const databaseUrl = server.aDatabase();
    const opened = await aStore({ databaseUrl });
    await opened.store.noteIdentity(NOON);
    await opened.store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);
    run('pg_dump', '--format=custom', `--file=${dump}`, databaseUrl);
    return { ...opened, databaseUrl };
  }

  test.each([
    [
      'in an empty database',
      () => {
        const url = server.aDatabase();
        run('pg_restore', `--dbname=${url}`, dump);
        return url;
      },
    ],
    [
      'over the database that it is of',
      (url: string) => {
        run('pg_restore', '--clean', '--if-exists', `--dbname=${url}`, dump);
        return url;
      },
    ],
  ])('put back %s, sends nothing until that is settled', async (_where, putBack) => {
    const site = await aSite();
    const [sent] = await site.store.claimDueLetters(due);
    expect(sent?.id).toBe('letter-a');
    await site.store.settleLetter(sent ?? never(), { state: 'handed-over', handedOverAt: NOON });
    await site.database.close();

    const back = await aStore({ databaseUrl: putBack(site.databaseUrl) });
    await back.store.noteIdentity(NOON + 1);
    await back.store.noteIdentity(NOON + 2);
    expect(await back.store.claimDueLetters(due)).toEqual([]);
    expect(await back.store.findRestore()).toEqual({ noticedAt: NOON + 1 });

    await back.store.settleRestore(NOON + 3);
    expect(await back.store.findRestore()).toBeUndefined();
    expect(await back.store.claimDueLetters(due)).toMatchObject([{ id: 'letter-a' }]);
    await back.discard();
  });

  test('put back under a worker that runs, is not sent by it either', async () => {
    const site = await aSite();
    run('pg_restore', '--clean', '--if-exists', `--dbname=${site.databaseUrl}`, dump);

    expect(await site.store.claimDueLetters(due)).toEqual([]);
    expect(await site.store.findRestore()).toEqual({ noticedAt: undefined });
    await site.discard();
  });

  test('letters go out where the cluster does not tell who it is, and a copy is noticed there too', async () => {
    const databaseUrl = server.aDatabase();
    run(
      'psql',
      '-c',
      'create role modest login; grant create on schema public to modest; ' +
        'revoke execute on function pg_control_system() from public',
      databaseUrl,
    );
    const modest = await aStore({ databaseUrl: databaseUrl.replace('tester@', 'modest@') });
    await modest.store.noteIdentity(NOON);
    await modest.store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);
    run('pg_dump', '--format=custom', `--file=${dump}`, databaseUrl);
    expect(await modest.store.claimDueLetters(due)).toHaveLength(1);
    await modest.discard();

    const empty = server.aDatabase();
    run('pg_restore', `--dbname=${empty}`, dump);
    const back = await aStore({ databaseUrl: empty });
    expect(await back.store.claimDueLetters(due)).toEqual([]);
    await back.discard();
  });

  test('the database itself goes on, after a restart of PostgreSQL too, for a user without rights', async () => {
    const site = await aSite();
    run(
      'psql',
      '-c',
      'create role plain login; grant all on all tables in schema public to plain',
      site.databaseUrl,
    );
    server.stop('fast');
    server.start();
    const again = await aStore({
      databaseUrl: site.databaseUrl.replace('tester@', 'plain@'),
      migrated: true,
    });
    await again.store.noteIdentity(NOON + 1);

    expect(await again.store.findRestore()).toBeUndefined();
    expect(await again.store.claimDueLetters(due)).toHaveLength(1);
    await again.discard();
    await site.discard();
  });
});

function never(): never {
  throw new Error('No letter was claimed');
}
