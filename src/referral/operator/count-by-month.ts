import { toLondon } from '../../i18n/london.ts';
import { type Outcome, toOutcomeState } from '../follow-up/outcome.ts';
import type { StoredLetter, StoredReferral } from '../store/store-port.ts';

const columns = [
  'accepted',
  'handed-over',
  'received',
  'waiting',
  'needs-human',
  'withdrawn',
  'spoken',
  'not-reached',
  'passed-on',
] as const;
export interface CountedReferral {
  referral: StoredReferral;
  letter: Pick<StoredLetter, 'state' | 'sentToTeam'> | undefined;
  /** What its team said last. */
  outcome: Outcome | undefined;
}

type Counts = Record<(typeof columns)[number], number>;

/**
 * CSV of how many referrals there were a month and team. Not by practice, need or language: few enough
 * to point to a person.
 */
export function countByMonth(counted: readonly CountedReferral[]): string[] {
  const groups = new Map<string, Counts>();
  for (const { referral, letter, outcome } of counted) {
    const month = toLondon(referral.acceptedAt).date.slice(0, 7);
    const name = `${month},${letter?.sentToTeam ?? referral.teamAtAccept}`;
    const counts = groups.get(name) ?? emptyCounts();
    groups.set(name, counts);
    counts.accepted += 1;
    if (referral.acknowledgedAt !== null) counts.received += 1;
    counts[columnOf(letter?.state)] += 1;
    if (outcome) counts[toOutcomeState(outcome.kind)] += 1;
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
    spoken: 0,
    'not-reached': 0,
    'passed-on': 0,
  };
}
