/** What an operator typed after `npm run referrals --`. */
export type OperatorCommand =
  | { name: 'help' }
  | { name: 'list' | 'reports'; all: boolean }
  | { name: 'show'; reference: string; reason: string | undefined }
  | { name: 'retry' | 'delivered' | 'bounced' | 'shred'; reference: string; reason: string }
  | { name: 'show-report' | 'clear-report'; reference: string; reason: string }
  | { name: 'redirect'; reference: string; team: string; reason: string }
  | { name: 'counts' | 'times' | 'export-counts' | 'key' }
  | { name: 'mark-restored' | 'mark-moved' | 'key-lost'; yes: string | undefined }
  | { name: 'backup'; to: string; keepDays: number | undefined }
  | { name: 'restore'; file: string };

export const operatorHelp = `npm run referrals -- COMMAND

  list                    referrals that wait or need a person   (--all: the newest 200)
  show REF                how far it is, and what was done
  show REF --reason "…"   the same, and what the person wrote
  retry REF               try again now; after "needs-human" as a new letter
  redirect REF TEAM       send it to another team of the routing file
  delivered REF           the team says that it has it: nothing more is sent
  bounced REF             its mail came back: it needs a person again
  shred REF               destroy its texts, sent or not
  counts                  how many wait, were handed over, or need a person
  times                   how long teams take to get, confirm and answer
  export-counts           figures by month and team, as CSV
  reports                 what visitors told the editors, that is not cleared   (--all: cleared too)
  show-report REF         what the visitor wrote
  clear-report REF        an editor is done with it: the listing's page says it no longer
  backup FILE             copy the store, while the site runs
  backup FOLDER           the same, named by its date; older ones there are deleted (--keep 7: days)
  restore FILE            put a copy back, while the site is stopped
  mark-restored           of a copy put back by other means: what waited goes to a person
  mark-moved              of the store itself at a new place: what waited is sent
  key                     how many texts are locked with which key
  key-lost                begins anew with REFERRAL_KEY where the one of the store is gone

show with a text, retry, redirect, delivered, bounced, shred, show-report and clear-report need
--reason "…". They are written down with it and with your name on this machine. A reference looks
like SP-7K3M-9QXT, that of a report like RP-7K3M-9QXT.
mark-restored, mark-moved and key-lost say what they would do, and do it with --yes STORE.
Exit codes: 0 done, 1 not done, 2 not understood, 3 the store cannot be used.`;

const SHORTEST_REASON = 5;
// What is destroyed lives on in older copies: docs/data-protection.md.
export const LONGEST_KEPT_DAYS = 7;

interface CommandOptions {
  reason?: string | undefined;
  all?: boolean | undefined;
  help?: boolean | undefined;
  yes?: string | undefined;
  keep?: string | undefined;
}

type Parsed = OperatorCommand | { wrong: string };

/** The command, or what is wrong with it in one sentence. */
export function parseOperatorCommand(words: readonly string[], options: CommandOptions): Parsed {
  const [name, ...rest] = words;
  if (options.help || name === undefined || name === 'help') return { name: 'help' };
  const [first = ''] = rest;
  const needs = (count: number, what: string) => requireWords(name, rest, { count, what });
  switch (name) {
    case 'list':
    case 'reports':
      return needs(0, 'no further words') ?? { name, all: options.all ?? false };
    case 'counts':
    case 'times':
    case 'export-counts':
    case 'key':
      return needs(0, 'no further words') ?? { name };
    case 'mark-restored':
    case 'mark-moved':
    case 'key-lost':
      return needs(0, 'no further words but --yes STORE') ?? { name, yes: options.yes };
    case 'backup':
      return needs(1, 'the name of a file or folder') ?? parseBackup(first, options.keep);
    case 'restore':
      return needs(1, 'the name of a file') ?? { name, file: first };
    default:
      return parseAboutReferral(name, rest, options.reason);
  }
}

function parseAboutReferral(name: string, rest: readonly string[], given?: string): Parsed {
  const [reference = '', team = ''] = rest;
  const reason = given?.trim() ?? '';
  const needs = (count: number, what: string) => requireWords(name, rest, { count, what });
  const unexplained = findReasonProblem(name, reason);
  switch (name) {
    case 'show':
      return (
        needs(1, 'one reference') ??
        (given === undefined ? { name, reference, reason: undefined } : unexplained) ?? {
          name,
          reference,
          reason,
        }
      );
    case 'retry':
    case 'delivered':
    case 'bounced':
    case 'shred':
    case 'show-report':
    case 'clear-report':
      return needs(1, 'one reference') ?? unexplained ?? { name, reference, reason };
    case 'redirect':
      return needs(2, 'a reference and a team') ?? unexplained ?? { name, reference, team, reason };
    default:
      return { wrong: `There is no command "${name.slice(0, 40)}".` };
  }
}

function requireWords(
  name: string,
  rest: readonly string[],
  { count, what }: { count: number; what: string },
): { wrong: string } | undefined {
  return rest.length === count ? undefined : { wrong: `"${name}" takes ${what}.` };
}

function parseBackup(to: string, keep: string | undefined): Parsed {
  if (keep === undefined) return { name: 'backup', to, keepDays: undefined };
  const keepDays = /^\d$/.test(keep) ? Number(keep) : 0;
  return keepDays >= 1 && keepDays <= LONGEST_KEPT_DAYS
    ? { name: 'backup', to, keepDays }
    : { wrong: `--keep takes a number of days, from 1 to ${LONGEST_KEPT_DAYS}.` };
}

function findReasonProblem(name: string, reason: string): { wrong: string } | undefined {
  if (reason.length >= SHORTEST_REASON) return undefined;
  const wish = 'a few words that others will understand later';
  return {
    wrong: reason
      ? `The reason "${reason}" is too short. Write ${wish}.`
      : `"${name}" needs --reason "…": ${wish}.`,
  };
}
