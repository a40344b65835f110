/**
 * What a person may do about referrals, by `npm run referrals`. Nothing that a resident wrote is shown
 * unless it is asked for by reference, with a reason; every change and every such look is written to the
 * audit table first, with who did it.
 */
import type { Randomness } from '../../platform/secrets/randomness.ts';
import type { Sealing } from '../../platform/secrets/sealing.ts';
import { findNewestOutcome } from '../follow-up/outcome.ts';
import { findReturnsReadAt } from '../returns/returns-health.ts';
import type { Routing } from '../routing/routing.ts';
import type { ReferralStore, StoredReferral } from '../store/store-port.ts';
import { type CountedReferral, countByMonth } from './count-by-month.ts';
import { describeCounts } from './describe-counts.ts';
import { describeReferral, findLetter } from './describe-referral.ts';
import { describeTimes } from './describe-times.ts';
import { listReferrals } from './list-referrals.ts';
import { done, type OperatorResult, refuse } from './operator-result.ts';
import { reopenBounced } from './reopen-bounced.ts';
import { markDelivered, openLetter, redirectLetter, retryLetter } from './rewrite-letter.ts';

export interface OperatorParts {
  store: ReferralStore;
  /** By what texts are read and written; or why they cannot be, for whom all else still works. */
  key: { sealing: Sealing } | { problem: string };
  /** Read when it is needed. */
  routing: () => Promise<Routing>;
  /** The practice of a code in words, where people have to be found by it. */
  describePractice?: (code: string) => Promise<string>;
  randomness: Randomness;
  now: () => number;
  /** Right side of Message-IDs. */
  mailDomain: string;
  /** Where links in letters lead. */
  siteUrl: URL;
  /** Who is at the keyboard. */
  name: string;
}

export interface Operator {
  list(about: { all: boolean }): Promise<OperatorResult>;
  /** Without a reason: how far it is and what was done. With one: what the person wrote as well. */
  show(reference: string, reason: string | undefined): Promise<OperatorResult>;
  retry(reference: string, reason: string): Promise<OperatorResult>;
  redirect(reference: string, team: string, reason: string): Promise<OperatorResult>;
  delivered(reference: string, reason: string): Promise<OperatorResult>;
  bounced(reference: string, reason: string): Promise<OperatorResult>;
  shred(reference: string, reason: string): Promise<OperatorResult>;
  times(): Promise<OperatorResult>;
  counts(): Promise<OperatorResult>;
  exportCounts(): Promise<OperatorResult>;
}

const EVERY = 1_000_000;
const NEWEST = 200;

export function createOperator(parts: OperatorParts): Operator {
  const { store, now, key } = parts;
  const keyProblem = 'problem' in key ? key.problem : undefined;

  const withReferral = async (
    reference: string,
    work: (referral: StoredReferral) => Promise<OperatorResult>,
  ): Promise<OperatorResult> => {
    const written = normaliseReference(reference);
    const referral = written && (await store.findReferral({ reference: written }));
    if (referral) return work(referral);
    return refuse(
      written
        ? `There is no referral ${written} in this store. "list --all" names the newest ${NEWEST}.`
        : `"${reference.slice(0, 40)}" is not a reference. It looks like SP-7K3M-9QXT.`,
    );
  };
  const writeAudit = (action: string, { reference }: StoredReferral, reason: string) =>
    store.writeAudit({ at: now(), reference, action, reason, operator: parts.name });
  const withKey = (
    work: (keyed: OperatorParts & { sealing: Sealing }) => Promise<OperatorResult>,
  ) =>
    'problem' in key
      ? Promise.resolve(refuse(key.problem))
      : work({ ...parts, sealing: key.sealing });

  return {
    list: ({ all }) => listReferrals(parts, { limit: all ? NEWEST : undefined }),

    show: (reference, reason) =>
      withReferral(reference, async (referral) => {
        if (reason !== undefined && keyProblem) return refuse(keyProblem);
        if (reason !== undefined) await writeAudit('show', referral, reason);
        const letters = await store.findLetters(referral.sequence);
        const lines = describeReferral(referral, letters, {
          audit: await store.listAudit(referral.reference),
          outcomes: await store.listOutcomes(referral.sequence),
          now: now(),
        });
        if (reason === undefined) {
          return done(...lines, keyProblem ?? 'What the person wrote is shown with --reason "…".');
        }
        return withKey(async (keyed) =>
          done(...lines, '', ...openLetter(findLetter(letters), keyed)),
        );
      }),

    retry: (reference, reason) =>
      withReferral(reference, (referral) =>
        withKey(async (keyed) => {
          await writeAudit('retry', referral, reason);
          return retryLetter(referral, keyed);
        }),
      ),

    redirect: (reference, team, reason) =>
      withReferral(reference, (referral) =>
        withKey(async (keyed) => {
          const routing = await parts.routing();
          if (!routing.findTeam(team)) {
            const known = routing.teams.map(({ id }) => id).join(', ');
            return refuse(`The routing file has no team "${team}". It has: ${known}.`);
          }
          await writeAudit(`redirect:${team}`, referral, reason);
          return redirectLetter(referral, team, { ...keyed, routing });
        }),
      ),

    delivered: (reference, reason) =>
      withReferral(reference, async (referral) => {
        await writeAudit('delivered', referral, reason);
        return markDelivered(referral, parts);
      }),

    bounced: (reference, reason) =>
      withReferral(reference, async (referral) => {
        await writeAudit('bounced', referral, reason);
        if (!(await reopenBounced(store, referral.reference, now()))) {
          return refuse(`${referral.reference} was not handed over, so it cannot have come back.`);
        }
        const letter = findLetter(await store.findLetters(referral.sequence));
        return done(
          `${referral.reference} needs a person again, and its status page says that there is a problem.`,
          letter?.payload
            ? `Next: retry ${referral.reference}, or redirect ${referral.reference} TEAM.`
            : 'Its text was destroyed before, so it cannot be sent again: ring the practice, or the team.',
        );
      }),

    shred: (reference, reason) =>
      withReferral(reference, async (referral) => {
        await writeAudit('shred', referral, reason);
        return shred(referral, parts);
      }),

    async times() {
      const lines = describeTimes(await store.listAnswerTimes({ acceptedFrom: 0 }));
      return lines.length > 0 ? done(...lines) : done('No referrals yet.');
    },

    async counts() {
      const returnsReadAt = await findReturnsReadAt(store);
      return done(...describeCounts(await store.counts(), { now: now(), returnsReadAt }));
    },

    async exportCounts() {
      return done(...countByMonth(await listCounted(store)));
    },
  };
}

async function shred(
  { reference, sequence }: StoredReferral,
  { store, now }: Pick<OperatorParts, 'store' | 'now'>,
): Promise<OperatorResult> {
  const shredded = await store.shredLetters(sequence, now());
  const left = (await store.findLetters(sequence)).filter((letter) => letter.payload);
  if (left.length > 0) {
    return refuse('A letter is on its way at this moment. Run the command again in a minute.');
  }
  return done(
    shredded > 0
      ? `${reference}: ${shredded} texts and their keys are destroyed. What was not sent will not be.`
      : `${reference}: its texts were destroyed before.`,
    'Older backups still hold them, locked.',
  );
}

async function listCounted(store: ReferralStore): Promise<CountedReferral[]> {
  const referrals = await store.listReferrals({ limit: EVERY });
  return Promise.all(
    referrals.map(async (referral) => {
      const outcomes =
        referral.acknowledgedAt === null ? [] : await store.listOutcomes(referral.sequence);
      const letter = findLetter(await store.findLetters(referral.sequence));
      return { referral, letter, outcome: findNewestOutcome(outcomes) };
    }),
  );
}

/** 'SP-7K3M-9QXT' for what was read aloud or copied: 'sp 7k3m 9qxt'. */
function normaliseReference(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const [, first, second] = /^SP([0-9A-Z]{4})([0-9A-Z]{4})$/.exec(letters) ?? [];
  return first && second ? `SP-${first}-${second}` : undefined;
}
