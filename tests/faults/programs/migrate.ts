/** Another server of a newer version starts: it adds columns, one migration after the other. */
import type { Kysely } from 'kysely';
import { openDatabase } from '../../../src/platform/open-database.ts';
import { migrate } from '../../../src/referral/store/migrate.ts';
import { migrations } from '../../../src/referral/store/migrations.ts';
import { StoreFault } from '../../../src/referral/store/store-fault.ts';
import type { Tables } from '../../../src/referral/store/store-tables.ts';

const database = await openDatabase<Tables>({
  dataDir: process.env.DATA_DIR ?? '',
  databaseUrl: undefined,
  toFault: (reason, effect) => new StoreFault(reason, effect),
});
const many = Number(process.argv[2]);
for (let number = 1; number <= many; number += 1) {
  const added = Array.from({ length: number }, (_, index) => ({
    name: `9${index} adds a column`,
    up: async ({ schema }: Kysely<never>) => {
      await schema.alterTable('referral').addColumn(`extra${index}`, 'text').execute();
      await schema.alterTable('letter').addColumn(`extra${index}`, 'text').execute();
    },
  }));
  await migrate(database, [...migrations, ...added]);
}
await database.close();
console.log('migrated');
