import { describe, test } from 'vitest';
import { aPostgres, hasPostgres } from '../support/a-postgres.ts';
import { describeReferralStore } from './referral-store.ts';

if (hasPostgres) {
  let server: Awaited<ReturnType<typeof aPostgres>>;
  describeReferralStore({
    name: 'the store on PostgreSQL',
    start: async () => {
      server = await aPostgres();
    },
    stop: async () => server.close(),
    aPlace: () => ({ databaseUrl: server.aDatabase() }),
  });
} else {
  describe('the store on PostgreSQL', () => {
    test.skip('is not tested: there is no PostgreSQL here (Debian: apt-get install postgresql)', () => {});
  });
}
