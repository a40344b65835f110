import { createTallyFile, type TallyFile } from '../platform/files/tally-file.ts';

/** Counts accepted referrals beside the database. */
export function openReferralTally(dataDir: string): TallyFile {
  return createTallyFile(`${dataDir}/referrals.count`);
}
