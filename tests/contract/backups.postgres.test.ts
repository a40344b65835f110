/** Covers src/platform/postgres/database-backup.ts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUpReferrals } from '../../scripts/referrals/backups.ts';
import { findBackedUpAt } from '../../src/referral/operator/backed-up-at.ts';
import { aPostgres, findPostgresPrograms, hasPostgres } from '../support/machine/a-postgres.ts';
import { aLetterRow, aReferralRow, aStore, NOON } from '../support/referral/a-store.ts';

describe.skipIf(!hasPostgres)('a backup of PostgreSQL [skipped where there is none]', () => {
  let server: Awaited<ReturnType<typeof aPostgres>>;
  const folder = mkdtempSync(join(tmpdir(), 'dumps-'));
  const at = new Date(NOON);
  const path = process.env.PATH;
  beforeAll(async () => {
    server = await aPostgres();
    process.env.PATH = `${findPostgresPrograms()}:${path}`;
  });
  afterAll(() => {
    process.env.PATH = path;
    server.close();
    rmSync(folder, { recursive: true });
  });

  test('is made by pg_dump, for us alone to read, and sends nothing where it is put back', async () => {
    const databaseUrl = server.aDatabase();
    const where = { dataDir: folder, databaseUrl };
    const site = await aStore({ databaseUrl });
    await site.store.noteIdentity(NOON);
    await site.store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);

    expect(await backUpReferrals(where, folder, at)).toMatchObject({
      ok: true,
      lines: expect.arrayContaining([expect.stringContaining(': 1 referrals')]),
    });
    expect(await findBackedUpAt(site.store)).toBe(NOON);
    await site.database.close();
    const [file = ''] = readdirSync(folder);
    expect(file).toBe('referrals-2026-11-22T120000Z.dump');
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);

    const empty = server.aDatabase();
    execFileSync(join(findPostgresPrograms() ?? '', 'pg_restore'), [
      `--dbname=${empty}`,
      join(folder, file),
    ]);
    const back = await aStore({ databaseUrl: empty });
    expect((await back.store.counts()).pending).toBe(1);
    expect(await back.store.findRestore()).toBeDefined();
    await back.database.close();
  });

  test('that cannot be made leaves nothing behind, and says why without the password', async () => {
    const databaseUrl = server.aDatabase();
    await (await aStore({ databaseUrl })).database.close();
    const unknown = new URL(databaseUrl);
    unknown.password = 'secret-word';
    unknown.searchParams.set('no_such_option', '1');
    const before = readdirSync(folder);

    const made = await backUpReferrals(
      { dataDir: folder, databaseUrl: unknown.href },
      join(folder, 'copy.dump'),
      at,
    );
    expect(made).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^pg_dump ended with/),
    });
    expect(JSON.stringify(made)).not.toContain('secret-word');
    expect(readdirSync(folder)).toEqual(before);
  });

  test('without pg_dump says what to install', async () => {
    const databaseUrl = server.aDatabase();
    await (await aStore({ databaseUrl })).database.close();
    process.env.PATH = folder;
    const made = await backUpReferrals({ dataDir: folder, databaseUrl }, join(folder, 'b'), at);
    process.env.PATH = `${findPostgresPrograms()}:${path}`;

    expect(made).toMatchObject({ ok: false, message: expect.stringContaining('Install') });
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
