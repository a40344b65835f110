/**
 * Takes checked answers to the disk: a referral with its letters, in one transaction, each as
 * the exact text to send, sealed. What a person is told afterwards is what the store proved.
 */
import { type Locale, localisePath } from '../i18n/locale.ts';
import type { Log } from '../platform/log.ts';
import type { Randomness } from '../platform/secrets/randomness.ts';
import type { Sealing } from '../platform/secrets/sealing.ts';
import type { Answers } from './form/answers.ts';
import { toConfirmationUrl } from './letters/confirmation-link.ts';
import type { LetterText } from './letters/letter.ts';
import { toPendingLetter } from './letters/pending-letter.ts';
import type { AcceptOutcome, Referrals } from './referrals.ts';
import type { ConfirmationTerms, Routing, Team } from './routing/routing.ts';
import { createSentAnswers } from './sent-answers.ts';
import { StoreFault } from './store/store-fault.ts';
import type { NewReferral, ReferralStore } from './store/store-port.ts';

type LetterParts = Pick<LetterText, 'subject' | 'text'>;

export interface AcceptParts {
  /** Rejects with a StoreFault. */
  openStore: () => Promise<Pick<ReferralStore, 'insertReferral' | 'findReferral'>>;
  sealing: Pick<Sealing, 'seal'>;
  routing: () => Routing;
  randomness: Randomness;
  now: () => number;
  log: Pick<Log, 'error'>;
  /** After a commit; must not throw. */
  noteAccepted(sequence: number): void;
  siteUrl: URL;
  /** Right side of Message-IDs. */
  mailDomain: string;
  /** The letter to the team, in English. */
  renderLetter(facts: {
    answers: Answers;
    reference: string;
    acknowledgeUrl: string;
    acceptedAt: Date;
    locale: Locale;
    terms: ConfirmationTerms;
  }): LetterParts;
  /** What the resident gets, if they asked for it. */
  renderCopy(facts: {
    reference: string;
    locale: Locale;
    statusUrl: string;
    team: Team;
  }): LetterParts;
}

// Of 22⁸ references one is drawn twice in a blue moon; five times in a row, something is broken.
const MAX_DRAWS = 5;
const MAX_IN_DOUBT = 10_000;

export function createAccept(parts: AcceptParts): Referrals['accept'] {
  // Forms that may be stored. Until that is known, "not saved" would be untrue of them.
  const inDoubt = new Set<string>();
  const sentAnswers = createSentAnswers(parts.randomness.hash);

  return async (answers, formToken, locale) => {
    const outcome = await accept(parts, { answers, formToken, locale });
    if (outcome.kind === 'saved') {
      inDoubt.delete(formToken);
      if (!outcome.repeated) sentAnswers.noteStored(formToken, answers);
      return { ...outcome, mayDiffer: sentAnswers.mayDiffer(formToken, answers) };
    }
    if (outcome.kind === 'cannot-tell') {
      if (inDoubt.size < MAX_IN_DOUBT) inDoubt.add(formToken);
      sentAnswers.noteMaybeStored(formToken, answers);
      return outcome;
    }
    return inDoubt.has(formToken) ? { kind: 'cannot-tell' } : outcome;
  };
}

interface SentForm {
  answers: Answers;
  formToken: string;
  locale: Locale;
}

type StoreOutcome =
  | Exclude<AcceptOutcome, { kind: 'saved' }>
  | Omit<Extract<AcceptOutcome, { kind: 'saved' }>, 'mayDiffer'>;

async function accept(parts: AcceptParts, form: SentForm): Promise<StoreOutcome> {
  try {
    const store = await parts.openStore();
    for (let draw = 1; draw <= MAX_DRAWS; draw += 1) {
      const rows = makeRows(parts, form);
      if (!rows) return { kind: 'not-saved' };
      const result = await store.insertReferral(rows.referral, rows.letters);
      if ('existing' in result) return toSaved(result.existing, true);
      if ('stored' in result) {
        parts.noteAccepted(result.stored.sequence);
        return toSaved(result.stored, false);
      }
    }
    parts.log.error('referral.no-free-reference');
    return { kind: 'not-saved' };
  } catch (fault) {
    const outcome = toFailure(parts, fault);
    if (outcome.kind !== 'not-saved') return outcome;
    const before = await findEarlier(parts, form);
    return before ? toSaved(before, true) : outcome;
  }
}

/** A form that was saved before stays saved, also on a disk that takes no more. */
async function findEarlier({ openStore }: AcceptParts, { formToken }: SentForm) {
  try {
    return await (await openStore()).findReferral({ formToken });
  } catch {
    // Told already, by the fault that leads here.
    return undefined;
  }
}

function toSaved(
  { reference, statusToken }: Pick<NewReferral, 'reference' | 'statusToken'>,
  repeated: boolean,
): StoreOutcome {
  return { kind: 'saved', reference, statusToken, repeated };
}

function toFailure({ log }: AcceptParts, fault: unknown): StoreOutcome {
  // A fault that the store does not know is one of ours, and proves nothing.
  const { reason, effect } =
    fault instanceof StoreFault ? fault : { reason: 'other', effect: 'unknown' };
  log.error('referral.not-stored', { reason, effect });
  return { kind: effect === 'not-stored' ? 'not-saved' : 'cannot-tell' };
}

/** Everything that can go wrong before the store is asked. The fault may quote the answers: not logged. */
function makeRows(parts: AcceptParts, form: SentForm): ReturnType<typeof toRows> | undefined {
  try {
    return toRows(parts, form);
  } catch {
    parts.log.error('referral.letter-not-made');
    return undefined;
  }
}

function toRows(parts: AcceptParts, { answers, formToken, locale }: SentForm) {
  const { randomness, siteUrl } = parts;
  const routing = parts.routing();
  const acceptedAt = parts.now();
  const reference = randomness.reference();
  const statusToken = randomness.token();
  const acknowledgeToken = randomness.token();
  const team = routing.teamOf(answers.practice);

  const referral: NewReferral = {
    reference,
    formToken,
    statusToken,
    locale,
    acceptedAt,
    acknowledgementHash: randomness.hash(acknowledgeToken),
    practice: answers.practice,
    teamAtAccept: team.id,
    routeVersionAtAccept: routing.version,
    askedBy: answers.helper ? 'helper' : 'self',
  };
  const acknowledgeUrl = toConfirmationUrl(siteUrl, acknowledgeToken);
  const letters = [
    toPendingLetter(parts, {
      id: randomness.token(),
      kind: 'referral',
      at: acceptedAt,
      destination: { to: 'practice', practice: answers.practice },
      ...parts.renderLetter({
        answers,
        reference,
        acknowledgeUrl,
        acceptedAt: new Date(acceptedAt),
        locale,
        terms: routing.confirmationTerms,
      }),
    }),
  ];
  if (answers.emailCopy && answers.email) {
    const statusUrl = new URL(localisePath(locale, `/refer/status/${statusToken}/`), siteUrl).href;
    letters.push(
      toPendingLetter(parts, {
        id: randomness.token(),
        kind: 'resident-copy',
        at: acceptedAt,
        destination: { to: 'resident', address: answers.email },
        ...parts.renderCopy({ reference, locale, statusUrl, team }),
      }),
    );
  }
  return { referral, letters };
}
