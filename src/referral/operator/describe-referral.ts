import type { Selectable } from 'kysely';
import { toLondon } from '../../i18n/london.ts';
import { findFallbackNotifiedAt, mayDestroyFrom } from '../follow-up/confirmation.ts';
import type { StoredLetter, StoredOutcome, StoredReferral } from '../store/store-port.ts';
import type { AuditTable } from '../store/store-tables.ts';

const widths = [12, 8, 13, 26];

export const listHeading = toColumns('REFERENCE', 'AGE', 'STATE', 'TEAM', 'LAST OUTCOME');

/** The letter that a referral is about, whatever was sent besides. */
export function findLetter(letters: readonly StoredLetter[]): StoredLetter | undefined {
  return letters.filter(({ kind }) => kind === 'referral').at(-1);
}

/** A line of the list; nothing in it is about the person. */
export function describeRow(
  referral: StoredReferral,
  letter: StoredLetter | undefined,
  now: number,
): string {
  return toColumns(
    referral.reference,
    describeAge(now - referral.acceptedAt),
    describeState(referral, letter),
    letter?.sentToTeam ?? referral.teamAtAccept,
    describeOutcome(letter),
  );
}

function describeState(
  { acknowledgedAt, escalatedAt }: StoredReferral,
  letter: StoredLetter | undefined,
): string {
  if (acknowledgedAt !== null) return 'received';
  if (letter?.state === 'handed-over' && escalatedAt !== null) return 'not-confirmed';
  return letter?.state ?? 'no letter';
}

/** Rows with more cells at the end of each. */
export function withColumns(rows: readonly string[], cells: readonly string[][]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row, index) => [row.padEnd(width), ...(cells[index] ?? [])].join('  '));
}

/** Everything but what the person wrote. */
export function describeReferral(
  referral: StoredReferral,
  letters: readonly StoredLetter[],
  {
    audit,
    outcomes,
    now,
  }: {
    audit: readonly Selectable<AuditTable>[];
    outcomes: readonly StoredOutcome[];
    now: number;
  },
): string[] {
  const moments = [
    ['Accepted', referral.acceptedAt],
    ['Confirmed by the team', referral.acknowledgedAt],
    ['Team reminded', referral.remindedAt],
    ['Fallback told', referral.escalatedAt],
  ] as const;
  return [
    `${referral.reference}, ${describeAge(now - referral.acceptedAt)} old`,
    `  Practice: ${referral.practice}. Language of the page: ${referral.locale}.`,
    `  Team when accepted: ${referral.teamAtAccept} (routing ${referral.routeVersionAtAccept}).`,
    ...moments.flatMap(([what, at]) => (at === null ? [] : [`  ${what}: ${describeMoment(at)}`])),
    ...outcomes.map((outcome) => `  ${describeOutcomeSaid(outcome)}`),
    'Letters',
    ...letters.map((letter) => `  ${describeLetter(letter)}`),
    ...describeRetention(referral, letters).map((line) => `  ${line}`),
    'What was done',
    ...(audit.length === 0 ? ['  Nothing yet.'] : []),
    ...audit.map(
      ({ at, action, operator, reason }) =>
        `  ${describeMoment(at)}  ${action}, by ${operator}: ${toPlainLine(reason)}`,
    ),
  ];
}

function describeOutcomeSaid({ kind, saidAt, clearedAt }: StoredOutcome): string {
  const since = clearedAt === null ? '' : `, and counts no more since ${describeMoment(clearedAt)}`;
  return `The team said "${kind}": ${describeMoment(saidAt)}${since}`;
}

/** '2026-11-22 09:05', in London. */
export function describeMoment(at: number): string {
  const { date, time } = toLondon(at);
  return `${date} ${time}`;
}

/** What stands on a terminal and cannot move its cursor or colour it. */
export function toPlainLine(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

function describeLetter(letter: StoredLetter): string {
  const { kind, state, attempts, sentToTeam, routeVersionAtSend, handedOverAt, dueAt } = letter;
  const waits = state === 'pending' || state === 'maybe-sent';
  return [
    `${kind}: ${state}`,
    `${attempts} tries`,
    describeOutcome(letter),
    sentToTeam && `to ${sentToTeam} (routing ${routeVersionAtSend ?? '?'})`,
    handedOverAt !== null && `handed over ${describeMoment(handedOverAt)}`,
    waits && `next try ${describeMoment(dueAt)}`,
    letter.shreddedAt !== null && `text destroyed ${describeMoment(letter.shreddedAt)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** How long what the person wrote can still be sent. */
function describeRetention(
  { acknowledgedAt }: StoredReferral,
  letters: readonly StoredLetter[],
): string[] {
  const letter = findLetter(letters);
  if (!letter || letter.shreddedAt !== null || letter.handedOverAt === null) return [];
  const { handedOverAt } = letter;
  const fallbackNotifiedAt = findFallbackNotifiedAt(letter, letters);
  const from = mayDestroyFrom({ handedOverAt, acknowledgedAt, fallbackNotifiedAt });
  return from === undefined
    ? ['Its text is kept: nobody confirmed it, and the fallback has not been told of that yet.']
    : [`Its text is kept until ${describeMoment(from)}.`];
}

function describeOutcome(letter: StoredLetter | undefined): string {
  if (!letter?.lastOutcome) return 'not tried';
  return letter.lastCode === null
    ? letter.lastOutcome
    : `${letter.lastOutcome} (${letter.lastCode})`;
}

function describeAge(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

function toColumns(...cells: string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join('  ')
    .trimEnd();
}
