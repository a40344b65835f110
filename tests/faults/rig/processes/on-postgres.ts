import { aPostgres } from '../../../support/machine/a-postgres.ts';
import type { Rig } from '../a-rig.ts';

/** Lets all that is started from here on keep referrals in a PostgreSQL of the fault's own. */
export async function onPostgres(rig: Rig): Promise<void> {
  const postgres = await aPostgres();
  rig.onClose(() => postgres.close());
  rig.environment.DATABASE_URL = postgres.aDatabase();
}
