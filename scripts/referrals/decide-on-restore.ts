import { existsSync } from 'node:fs';
import { toLondon } from '../../src/i18n/london.ts';
import { nameDatabase } from '../../src/platform/open-database.ts';
import { countWaiting, markRestored } from '../../src/referral/operator/mark-restored.ts';
import type { OperatorResult } from '../../src/referral/operator/operator-result.ts';
import type { ReferralStore } from '../../src/referral/store/store-port.ts';
import { openReferralTally } from '../../src/wiring/referral-tally.ts';
import { countStored, describeMarked } from './backups.ts';
import type { Where } from './open-store.ts';

interface Decision {
  store: ReferralStore;
  where: Where;
  /** The store that is meant, as the first asking named it. */
  yes: string | undefined;
  now: number;
  /** Who is at the keyboard. */
  operator: string;
}

/** What every command says of a store that waits for a decision. */
export async function describeUndecided(
  store: Pick<ReferralStore, 'findRestore'>,
): Promise<string | undefined> {
  const restore = await store.findRestore();
  return (
    restore &&
    'This store was put back from a copy, or moved: nothing is sent from it until mark-restored or mark-moved.'
  );
}

/** What waited in the copy needs a person; all else is sent from now on. Asked twice. */
export async function decideRestored({
  store,
  where,
  yes,
  now,
  operator,
}: Decision): Promise<OperatorResult> {
  const restore = await store.findRestore();
  const until = restore ? (restore.noticedAt ?? now) : undefined;
  const name = nameDatabase(where);
  if (yes !== name) {
    return ask(yes, [
      restore
        ? `${name} was put back from a copy, or moved${describeNoticed(restore.noticedAt)}.`
        : `${name} shows no sign that it was put back from a copy.`,
      `${await countWaiting(store, until)} letters in it wait. Each will need a person: none of them goes out by itself.`,
      `To do that: mark-restored --yes ${name}`,
    ]);
  }
  const marked = await markRestored(store, { now, until, operator });
  // Where no server of this machine ever ran, there is no count to set right.
  const missing = existsSync(where.dataDir) ? await restartTally(store, where.dataDir) : 0;
  return {
    ok: true,
    lines: [
      ...describeMarked(marked),
      ...(missing > 0 ? [`${missing} referrals that were accepted here later are not in it.`] : []),
      'Restart the servers, so that they count anew.',
    ],
  };
}

/** Nothing was sent by another since: all goes on as it was. Asked twice. */
export async function decideMoved({ store, where, yes, now }: Decision): Promise<OperatorResult> {
  const restore = await store.findRestore();
  const name = nameDatabase(where);
  if (!restore) return { ok: false, message: `${name} is where it was: nothing is held back.` };
  const waiting = await countWaiting(store);
  if (yes !== name) {
    return ask(yes, [
      `${name} was put back from a copy, or moved${describeNoticed(restore.noticedAt)}.`,
      `${waiting} letters in it wait, and all of them will be sent. That is right only for the store itself, moved with ` +
        'every server stopped: if it is a copy, those that were sent since go out twice (mark-restored).',
      `To do that: mark-moved --yes ${name}`,
    ]);
  }
  await store.settleRestore(now);
  return { ok: true, lines: [`${waiting} letters that wait are sent from now on.`] };
}

function ask(yes: string | undefined, lines: readonly string[]): OperatorResult {
  const first = yes === undefined ? [] : [`"${yes}" is not this store.`];
  return { ok: false, message: [...first, ...lines, 'Nothing was changed.'].join('\n') };
}

function describeNoticed(at: number | undefined): string {
  if (at === undefined) return '';
  const { date, time } = toLondon(at);
  return ` (noticed ${date} ${time})`;
}

async function restartTally(store: ReferralStore, dataDir: string): Promise<number> {
  const stored = await countStored(store);
  const tally = openReferralTally(dataDir);
  const missing = tally.findMissing(stored);
  tally.restart(stored);
  return missing;
}
