import { randomness } from '../../src/platform/randomness.ts';
import type { ProgressState } from '../../src/referral/referrals.ts';
import type { NewLetter, NewReferral } from '../../src/referral/store-port.ts';
import { aLetterRow, aReferralRow, aStore } from './a-store.ts';

const HOUR_MS = 3_600_000;

export interface SeededReferral {
  reference: string;
  /** '/refer/status/…/' */
  statusPath: string;
  /** '/refer/received/…/' */
  receivedPath: string;
}

/**
 * Stores one referral in each state in a folder that a server is then started on (DATA_DIR): for Albion
 * Health Centre, except the delayed one, whose person was not sure. No worker finds anything due.
 */
export async function seedReferrals(
  dataDir: string,
  now: number,
): Promise<Record<ProgressState, SeededReferral>> {
  const { store, database } = await aStore({ dataDir });
  const seed = async (letter: Partial<NewLetter>, referral: Partial<NewReferral> = {}) => {
    const [reference, statusToken, token] = [
      randomness.reference(),
      randomness.token(),
      randomness.token(),
    ];
    const row = aReferralRow(reference, {
      ...{ reference, statusToken, acceptedAt: now - HOUR_MS },
      acknowledgementHash: randomness.hash(token),
      ...referral,
    });
    const owed = aLetterRow(reference, {
      ...{ createdAt: now - HOUR_MS, dueAt: now + 4 * HOUR_MS },
      ...letter,
    });
    await store.insertReferral(row, [owed]);
    return {
      reference,
      statusPath: `/refer/status/${statusToken}/`,
      receivedPath: `/refer/received/${token}/`,
    };
  };
  const handedOver = {
    ...({ state: 'handed-over', sentToTeam: 'borough', handedOverAt: now } as const),
  };
  const seeded = {
    saved: await seed({ state: 'pending' }),
    delayed: await seed(
      { state: 'maybe-sent' },
      { practice: 'not-sure', acceptedAt: now - 5 * HOUR_MS },
    ),
    'handed-over': await seed(handedOver),
    received: await seed(handedOver, { acknowledgedAt: now }),
    problem: await seed({ state: 'needs-human' }),
  };
  await database.close();
  return seeded;
}
