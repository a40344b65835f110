import { findNotConfirmed } from '../follow-up/confirmation.ts';
import type { ReferralStore, StoredReferral } from '../store/store-port.ts';
import {
  describeMoment,
  describeRow,
  findLetter,
  listHeading,
  withColumns,
} from './describe-referral.ts';
import type { OperatorParts } from './operator.ts';
import { done, type OperatorResult } from './operator-result.ts';

type Parts = Pick<OperatorParts, 'store' | 'key' | 'now' | 'describePractice'>;

/** The newest, or without a limit those that wait or need a person: a line each, and nothing that was written. */
export async function listReferrals(
  parts: Parts,
  { limit }: { limit: number | undefined },
): Promise<OperatorResult> {
  const { store, key, now } = parts;
  const referrals =
    limit === undefined ? await findOpen(store) : await store.listReferrals({ limit });
  const rows = await Promise.all(
    referrals.map(async (referral) =>
      describeRow(referral, findLetter(await store.findLetters(referral.sequence)), now()),
    ),
  );
  if (rows.length === 0) {
    return done(limit ? 'No referrals yet.' : 'Nothing waits, and nothing needs a person.');
  }
  return 'problem' in key
    ? done(...(await describeWithoutKey(referrals, rows, parts)), key.problem)
    : done(listHeading, ...rows);
}

/** The list for whoever has to ring: nothing that was written can be read any more. */
async function describeWithoutKey(
  referrals: readonly StoredReferral[],
  rows: readonly string[],
  { describePractice }: Pick<OperatorParts, 'describePractice'>,
): Promise<string[]> {
  const practices = await Promise.all(
    referrals.map(({ practice }) => describePractice?.(practice) ?? practice),
  );
  return withColumns(
    [listHeading, ...rows],
    [
      ['ACCEPTED', 'PRACTICE'],
      ...referrals.map(({ acceptedAt }, index) => [
        describeMoment(acceptedAt),
        practices[index] ?? '',
      ]),
    ],
  );
}

async function findOpen(store: ReferralStore): Promise<StoredReferral[]> {
  const states = ['needs-human', 'maybe-sent', 'pending', 'sending'] as const;
  const letters = (await Promise.all(states.map(store.listLetters))).flat();
  const notConfirmed = findNotConfirmed(await store.listHandedOverTexts());
  const open = await Promise.all(
    [...letters.filter(({ kind }) => kind === 'referral'), ...notConfirmed].map(
      ({ referralSequence }) => store.findReferral({ sequence: referralSequence ?? -1 }),
    ),
  );
  return open.filter((referral) => referral !== undefined);
}
