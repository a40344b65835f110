import { randomness } from '../../../src/platform/secrets/randomness.ts';
import { unconfirmedNoticeId } from '../../../src/referral/follow-up/confirmation.ts';
import { type OutcomeKind, samePressSince } from '../../../src/referral/follow-up/outcome.ts';
import type { ProgressState } from '../../../src/referral/referrals.ts';
import type {
  NewLetter,
  NewReferral,
  ReferralStore,
} from '../../../src/referral/store/store-port.ts';
import { aLetterRow, aReferralRow, aStore } from './a-store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface SeededReferral {
  reference: string;
  /** '/refer/status/…/' */
  statusPath: string;
  /** '/refer/received/…/' */
  receivedPath: string;
}

/**
 * Stores one referral in each state in a folder that a server is then started on (DATA_DIR): for Albion
 * Health Centre, except the delayed one, whose person was not sure. `moved` was passed on to another team
 * since the link of its `receivedPath` was sent; somebody else asked for the person of `not-reached`. No
 * worker finds anything due.
 */
export async function seedReferrals(
  dataDir: string,
  now: number,
): Promise<Record<ProgressState | 'moved', SeededReferral>> {
  const { store, database } = await aStore({ dataDir });
  const seed = async (letter: Partial<NewLetter>, referral: Partial<NewReferral> = {}) => {
    const reference = randomness.reference();
    const statusToken = randomness.token();
    const token = randomness.token();
    const row = aReferralRow(reference, {
      reference,
      statusToken,
      acceptedAt: now - HOUR_MS,
      acknowledgementHash: randomness.hash(token),
      ...referral,
    });
    const queued = aLetterRow(reference, {
      createdAt: now - HOUR_MS,
      dueAt: now + 4 * HOUR_MS,
      ...letter,
    });
    const notice = aLetterRow(`${reference}-notice`, {
      id: unconfirmedNoticeId({
        id: queued.id,
        handedOverAt: queued.handedOverAt ?? null,
        takenBackAt: null,
      }),
      kind: 'fallback-notice',
      state: 'handed-over',
      handedOverAt: now,
    });
    await store.insertReferral(row, referral.escalatedAt ? [queued, notice] : [queued]);
    return {
      reference,
      statusPath: `/refer/status/${statusToken}/`,
      receivedPath: `/refer/received/${token}/`,
    };
  };
  const seedSaid = async (kind: OutcomeKind, referral: Partial<NewReferral> = {}) => {
    const seeded = await seed(handedOver, { acknowledgedAt: now, ...referral });
    const token = seeded.receivedPath.split('/').at(-2) ?? '';
    const acknowledgementHash = randomness.hash(token);
    const said = { acknowledgementHash, kind, saidAt: now, sameSince: samePressSince(now) };
    await store.addOutcome(said);
    return seeded;
  };
  const handedOver = { state: 'handed-over', sentToTeam: 'borough', handedOverAt: now } as const;
  const seeded = {
    saved: await seed({ state: 'pending' }),
    delayed: await seed(
      { state: 'maybe-sent' },
      { practice: 'not-sure', acceptedAt: now - 5 * HOUR_MS },
    ),
    'handed-over': await seed(handedOver),
    unconfirmed: await seed(
      { ...handedOver, handedOverAt: now - 30 * DAY_MS },
      { remindedAt: now - 20 * DAY_MS, escalatedAt: now },
    ),
    'never-confirmed': await seed(
      {
        ...handedOver,
        handedOverAt: now - 60 * DAY_MS,
        payload: null,
        wrappedKey: null,
        shreddedAt: now,
      },
      { remindedAt: now - 50 * DAY_MS, escalatedAt: now - 40 * DAY_MS },
    ),
    received: await seed(handedOver, { acknowledgedAt: now }),
    spoken: await seedSaid('spoken'),
    'not-reached': await seedSaid('not-reached', { askedBy: 'helper' }),
    'passed-on': await seedSaid('passed-to-practice'),
    problem: await seed({ state: 'needs-human' }),
    moved: await seed(handedOver),
  };
  await moveLink(store, seeded.moved, now);
  await database.close();
  return seeded;
}

async function moveLink(store: ReferralStore, { reference }: SeededReferral, now: number) {
  const referral = await store.findReferral({ reference });
  const [letter] = await store.findLetters(referral?.sequence ?? 0);
  if (!referral || !letter) throw new Error(`${reference} is not stored`);
  await store.changeTogether({
    letter: { id: letter.id, from: ['handed-over'], change: { sentToTeam: 'network-1' } },
    referral: {
      sequence: referral.sequence,
      change: { acknowledgementHash: randomness.hash(randomness.token()) },
    },
    now,
  });
}
