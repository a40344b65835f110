import type { DatabaseFaultEffect, DatabaseFaultReason } from '../../platform/database.ts';

/**
 * The store failed. After an `unknown` effect ask for the same form again: it will be counted once.
 * Carries no value of any row: its message may be logged.
 */
export class StoreFault extends Error {
  override name = 'StoreFault';
  readonly reason: DatabaseFaultReason;
  readonly effect: DatabaseFaultEffect;

  constructor(reason: DatabaseFaultReason, effect: DatabaseFaultEffect) {
    super(`The referral store failed: ${reason}, ${effect}`);
    this.reason = reason;
    this.effect = effect;
  }
}

const remedies: Partial<Record<DatabaseFaultReason, string>> = {
  unreachable:
    'Nothing answers there: is the database running, and is the host in DATABASE_URL right?',
  'wrong-password': 'It takes neither the user nor the password in DATABASE_URL.',
  'no-such-database':
    'It has no database of the name that DATABASE_URL ends with: make it, or put the name right.',
};

/** What to look at first, for the log; nothing where the reason says all. */
export function remedyOf(reason: DatabaseFaultReason): { remedy?: string } {
  const remedy = remedies[reason];
  return remedy === undefined ? {} : { remedy };
}
