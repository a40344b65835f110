import type { DatabaseFaultReason } from '../../platform/database.ts';

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
