/** Covers src/platform/postgres/postgres-database.ts. */
import { describe, expect, test } from 'vitest';
import { aCuttingProxy } from '../support/machine/a-cutting-proxy.ts';
import { aPostgres, hasPostgres } from '../support/machine/a-postgres.ts';
import { aLetterRow, aReferralRow, aStore } from '../support/referral/a-store.ts';
import { describeReferralStore } from './referral-store.ts';

const name = 'the store on PostgreSQL';

if (hasPostgres) {
  let server: Awaited<ReturnType<typeof aPostgres>>;
  describeReferralStore(
    {
      name,
      start: async () => {
        server = await aPostgres();
      },
      stop: async () => server.close(),
      aPlace: () => ({ databaseUrl: server.aDatabase() }),
    },
    () => describe('when the server is lost', () => describeLoss(() => server)),
  );
} else {
  describe(name, () => {
    test.skip('is not tested: there is no PostgreSQL here (Debian: apt-get install postgresql)', () => {});
  });
}

function describeLoss(server: () => Awaited<ReturnType<typeof aPostgres>>): void {
  test.each([
    ['insert into "letter"', 'before', 'not-stored'],
    ['commit', 'before', 'unknown'],
    ['commit', 'after', 'unknown'],
  ] as const)(
    'at "%s", %s it came through: %s, and the form counts once',
    async (words, when, effect) => {
      const databaseUrl = server().aDatabase();
      const proxy = await aCuttingProxy(databaseUrl);
      const { store, discard } = await aStore({ databaseUrl: proxy.url });
      const insert = () => store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);
      proxy.cutAt(words, when);

      await expect(insert()).rejects.toMatchObject({ reason: 'unreachable', effect });
      const again = await insert();

      expect(again).toHaveProperty(when === 'after' ? 'existing' : 'stored');
      expect(await store.counts()).toMatchObject({ accepted: 1, pending: 1 });
      await discard();
      proxy.close();
    },
  );

  test('in the midst of it, nothing is stored, and its return is noticed', async () => {
    // Its own: after a crash PostgreSQL flushes each file of each database before it answers.
    const crashing = await aPostgres();
    const { store, discard } = await aStore({ databaseUrl: crashing.aDatabase() });
    await store.insertReferral(aReferralRow('a'), []);
    crashing.stop('immediate');

    await expect(store.insertReferral(aReferralRow('b'), [])).rejects.toMatchObject({
      reason: 'unreachable',
      effect: 'not-stored',
    });
    expect(await store.isWritable()).toBe(false);
    crashing.start();
    expect(await store.isWritable()).toBe(true);
    expect((await store.counts()).accepted).toBe(1);
    await discard();
    crashing.close();
  });

  test('what keeps us out is told apart: a password, a name, nobody there', async () => {
    const databaseUrl = server().aDatabase();
    const reasonOf = (url: string) =>
      aStore({ databaseUrl: url }).then(
        () => 'opened',
        (fault) => fault.reason,
      );
    const change = (changes: Partial<Pick<URL, 'username' | 'pathname' | 'port' | 'hostname'>>) =>
      Object.assign(new URL(databaseUrl), changes).href;

    const reasons = await Promise.all([
      reasonOf(change({ username: 'nobody' })),
      reasonOf(change({ pathname: '/elsewhere' })),
      reasonOf(change({ port: '1' })),
      reasonOf(change({ hostname: 'nowhere.invalid' })),
    ]);

    expect(reasons).toEqual(['wrong-password', 'no-such-database', 'unreachable', 'unreachable']);
  });

  test('a server that confirms what is not on its disk is refused', async () => {
    const databaseUrl = `${server().aDatabase()}?options=-c%20synchronous_commit%3Doff`;

    await expect(aStore({ databaseUrl })).rejects.toThrow(/synchronous_commit = off/);
  });
}
