import { execFileSync } from 'node:child_process';
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

type StoredIn = Pick<Rig, 'dataDir' | 'environment'>;

const REFERRALS = 'select * from referral order by sequence';
// Every column but the texts, which are long; names as they are in TypeScript, whatever the engine.
const LETTERS = `select id, kind, state, attempts, "maybeSentTimes", "dueAt", "leaseUntil", "messageId",
    "sentToTeam", "routeVersionAtSend", "lastOutcome", "handedOverAt", "shreddedAt",
    case when payload is null then 0 else 1 end as "hasText",
    (select reference from referral where sequence = "referralSequence") as reference
  from letter order by "createdAt", id`;
const WAITING =
  "select count(*) as n from letter where state in ('pending', 'sending', 'maybe-sent')";

/** What lies in the database, read by hand: not by the code under test. */
export function readStored(rig: StoredIn) {
  const { DATABASE_URL } = rig.environment;
  if (DATABASE_URL) {
    return {
      integrity: 'ok',
      referrals: askPostgres(DATABASE_URL, REFERRALS) as StoredReferralRow[],
      letters: askPostgres(DATABASE_URL, LETTERS) as StoredLetterRow[],
    };
  }
  if (!existsSync(fileOf(rig))) return { referrals: [], letters: [], integrity: 'ok' };
  return withSqlite(rig, (ask) => {
    const [integrity] = Object.values(ask('PRAGMA integrity_check')[0] ?? {});
    const has = ask("select 1 from sqlite_master where name = 'letter'").length > 0;
    return {
      integrity: String(integrity),
      referrals: has ? (ask(REFERRALS) as unknown as StoredReferralRow[]) : [],
      letters: has ? (ask(LETTERS) as unknown as StoredLetterRow[]) : [],
    };
  });
}

/** How many letters still wait: cheap, since it is asked again and again of thousands. */
export function countWaiting(rig: StoredIn): number {
  const { DATABASE_URL } = rig.environment;
  const [row] = DATABASE_URL
    ? (askPostgres(DATABASE_URL, WAITING) as { n: number }[])
    : withSqlite(rig, (ask) => ask(WAITING));
  return Number(row?.n);
}

/** Rows by a statement of one's own, names in quotes as they are in TypeScript. */
export function askStore(rig: StoredIn, sql: string): unknown[] {
  const { DATABASE_URL } = rig.environment;
  return DATABASE_URL ? askPostgres(DATABASE_URL, sql) : withSqlite(rig, (ask) => ask(sql));
}

const fileOf = ({ dataDir }: StoredIn) => join(dataDir, 'referrals.sqlite');

type Ask = (sql: string) => Record<string, unknown>[];

function withSqlite<T>(rig: StoredIn, use: (ask: Ask) => T): T {
  const database = new DatabaseSync(fileOf(rig), { timeout: 5000 });
  try {
    return use((sql) => database.prepare(sql).all());
  } finally {
    database.close();
  }
}

function askPostgres(databaseUrl: string, sql: string): unknown[] {
  const asJson = `select coalesce(json_agg(rows), '[]') from (${sql}) as rows`;
  const output = execFileSync('psql', ['-XAtq', '-d', databaseUrl, '-c', asJson], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(output) as unknown[];
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
