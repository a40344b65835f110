/**
 * Referrals and their letters, in SQLite or PostgreSQL by the same statements. What each method
 * promises stands in store-port.ts; what the database promises, in platform/database.ts.
 */

import { createConfirmationTable } from './confirmation-table.ts';
import { createIdentityWatch } from './identity-watch.ts';
import { createLetterTable } from './letter-table.ts';
import { createMarkerTable } from './marker-table.ts';
import { migrate, readTables } from './migrate.ts';
import { createOutcomeTable } from './outcome-table.ts';
import { createReferralTable } from './referral-table.ts';
import { createReportTable } from './report-table.ts';
import { createSequenceWatch } from './sequence-watch.ts';
import { createShredding } from './shredding.ts';
import type { ReferralStore } from './store-port.ts';
import type { ReferralDatabase } from './store-tables.ts';

export function createReferralStore(database: ReferralDatabase): ReferralStore {
  const sequences = createSequenceWatch();
  const markers = createMarkerTable(database);
  return {
    migrate: () => migrate(database),
    readTables: () => readTables(database),
    close: database.close,
    ...createReferralTable(database, sequences),
    ...createLetterTable(database),
    ...createConfirmationTable(database),
    ...createOutcomeTable(database),
    ...createReportTable(database),
    ...createShredding(database),
    ...createIdentityWatch(database),
    ...markers,
    isWritable: async () => !sequences.wentBack() && (await markers.isWritable()),
  };
}
