import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Rig } from '../a-rig.ts';
import { toSets } from './sets.ts';

export interface StoredLetterRow {
  id: string;
  reference: string | null;
  kind: string;
  state: string;
  attempts: number;
  maybeSentTimes: number;
  dueAt: number;
  leaseUntil: number | null;
  messageId: string;
  sentToTeam: string | null;
  routeVersionAtSend: string | null;
  lastOutcome: string | null;
  handedOverAt: number | null;
  shreddedAt: number | null;
  hasText: number;
}

export interface StoredReferralRow {
  sequence: number;
  reference: string;
  formToken: string;
  statusToken: string;
  teamAtAccept: string;
  routeVersionAtAccept: string;
}

/** What lies in the database, read by hand: not by the code under test. */
export function readStored(rig: Pick<Rig, 'dataDir'>) {
  const path = join(rig.dataDir, 'referrals.sqlite');
  if (!existsSync(path)) return { referrals: [], letters: [], integrity: 'ok' };
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    const has = database.prepare("select 1 from sqlite_master where name = 'letter'").get();
    const integrity = String(
      Object.values(database.prepare('PRAGMA integrity_check').get() ?? {})[0],
    );
    if (!has) return { referrals: [], letters: [], integrity };
    return {
      integrity,
      referrals: database
        .prepare('select * from referral order by sequence')
        .all() as unknown as StoredReferralRow[],
      letters: database
        .prepare(
          `select letter.*, payload is not null as hasText, null as payload, null as wrappedKey,
             (select reference from referral where sequence = referralSequence) as reference
           from letter order by createdAt, id`,
        )
        .all() as unknown as StoredLetterRow[],
    };
  } finally {
    database.close();
  }
}

/** How many letters still wait: cheap, since it is asked again and again of thousands. */
export function countWaiting(rig: Pick<Rig, 'dataDir'>): number {
  const database = new DatabaseSync(join(rig.dataDir, 'referrals.sqlite'), { timeout: 5000 });
  try {
    const row = database
      .prepare(
        "select count(*) as n from letter where state in ('pending', 'sending', 'maybe-sent')",
      )
      .get();
    return Number(row?.n);
  } finally {
    database.close();
  }
}

export type Stored = ReturnType<typeof readStored>;

/** Referral letters of each state: the books of the invariant. */
export function countStates(stored: Stored): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, state } of stored.letters) {
    if (kind === 'referral') counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

/** The referral letters in the mailbox, by the reference in their subject. */
export function arrivedReferences(rig: Rig): string[] {
  return rig.mail.copies.flatMap(({ bytes }) => {
    const subject = /^Subject: New self-referral (SP-\S+)/im.exec(bytes.toString('latin1'));
    return subject?.[1] ? [subject[1]] : [];
  });
}

export function setsOf(rig: Rig, stored: Stored) {
  const owed = stored.letters.filter(
    ({ kind, state }) => kind === 'referral' && state !== 'handed-over',
  );
  return toSets({
    attempted: rig.attempted,
    acknowledged: rig.acknowledged,
    stored: new Map(stored.referrals.map(({ formToken, reference }) => [formToken, reference])),
    owed: new Set(owed.map(({ reference }) => reference ?? '')),
    arrived: arrivedReferences(rig),
  });
}
