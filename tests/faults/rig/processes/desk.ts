import { randomBytes } from 'node:crypto';
import type { Answers } from '../../../../src/referral/form/answers.ts';
import type { AcceptOutcome, Progress } from '../../../../src/referral/referrals.ts';
import type { ReferralCounts } from '../../../../src/referral/store/store-port.ts';
import type { Rig } from '../a-rig.ts';
import { canaryAnswers } from '../evidence/canaries.ts';
import type { ProcessOptions } from './a-process.ts';

/** S: saved. N: not saved. ?: cannot tell. cut: the connection went, so the page is still there. */
export type Told = 'S' | 'N' | '?' | 'cut';

// A connection that is kept may be closed by the desk just as it is used again.
const headers = { connection: 'close' };

const letters = { saved: 'S', 'not-saved': 'N', 'cannot-tell': '?' } as const;

/** The real modules behind a bare port (programs/desk.ts), in a process that can be killed. */
export async function aDesk(
  rig: Rig,
  about: Partial<ProcessOptions> & { killAt?: string; killFile?: string } = {},
) {
  const { killAt, killFile, environment = {}, ...rest } = about;
  const process = rig.start({
    program: 'tests/faults/programs/desk.ts',
    ...rest,
    environment: {
      ...environment,
      ...(killAt ? { KILL_AT: killAt } : {}),
      ...(killFile ? { KILL_FILE: killFile } : {}),
    },
  });
  const origin = await process.says(/The desk is at (http:\S+)\/\n/);

  return {
    ...process,
    origin,
    /** Posts one form, notes what the resident is told. */
    async post(token = aFormToken(), answers: Answers = canaryAnswers) {
      rig.attempted.add(token);
      let outcome: AcceptOutcome;
      try {
        const response = await fetch(`${origin}/${token}`, {
          method: 'POST',
          body: JSON.stringify(answers),
          headers,
          signal: AbortSignal.timeout(60_000),
        });
        outcome = (await response.json()) as AcceptOutcome;
      } catch {
        return { told: 'cut' as Told, token };
      }
      if (!(outcome.kind in letters)) throw new Error(`The desk answered ${outcome.kind}.`);
      if (outcome.kind !== 'saved') return { told: letters[outcome.kind] as Told, token };
      const { reference, statusToken, repeated, mayDiffer } = outcome;
      const before = rig.acknowledged.get(token);
      if (before !== undefined && before !== reference) {
        throw new Error(`One form was told two references: ${before}, ${reference}.`);
      }
      rig.acknowledged.set(token, reference);
      rig.addresses.push(statusToken);
      return { told: 'S' as Told, token, reference, statusToken, repeated, mayDiffer };
    },
    progress: async (statusToken: string) =>
      (await (await fetch(`${origin}/${statusToken}`, { headers })).json()) as Partial<Progress>,
    health: async () =>
      (await (await fetch(origin, { headers })).json()) as {
        counts?: ReferralCounts;
        writable: boolean;
        troubles?: string[];
      },
  };
}

export type Desk = Awaited<ReturnType<typeof aDesk>>;

export function aFormToken(): string {
  return `form-${randomBytes(16).toString('hex')}`;
}
