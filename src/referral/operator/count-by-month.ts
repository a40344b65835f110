import { toLondon } from '../../i18n/london.ts';
import type { StoredLetter, StoredReferral } from '../store/store-port.ts';

const columns = [
  'accepted',
  'handed-over',
  'received',
  'waiting',
  'needs-human',
  'withdrawn',
] as const;
type Counts = Record<(typeof columns)[number], number>;

/**
 * CSV of how many referrals there were a month and team. Not by practice, need or language: few enough
 * to point to a person.
 */
export function countByMonth(
  referrals: readonly StoredReferral[],
  letterOf: (sequence: number) => Pick<StoredLetter, 'state' | 'sentToTeam'> | undefined,
): string[] {
  const groups = new Map<string, Counts>();
  for (const referral of referrals) {
    const letter = letterOf(referral.sequence);
    const month = toLondon(referral.acceptedAt).date.slice(0, 7);
    const name = `${month},${letter?.sentToTeam ?? referral.teamAtAccept}`;
    const counts = groups.get(name) ?? emptyCounts();
    groups.set(name, counts);
    counts.accepted += 1;
    if (referral.acknowledgedAt !== null) counts.received += 1;
    counts[columnOf(letter?.state)] += 1;
  }
  const rows = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ['month', 'team', ...columns].join(','),
    ...rows.map(([name, counts]) => [name, ...columns.map((column) => counts[column])].join(',')),
  ];
}

function columnOf(state: StoredLetter['state'] | undefined): keyof Counts {
  switch (state) {
    case 'handed-over':
    case 'needs-human':
    case 'withdrawn':
      return state;
    case 'pending':
    case 'sending':
    case 'maybe-sent':
      return 'waiting';
    case undefined:
      return 'needs-human';
  }
}

function emptyCounts(): Counts {
  return {
    accepted: 0,
    'handed-over': 0,
    received: 0,
    waiting: 0,
    'needs-human': 0,
    withdrawn: 0,
  };
}
