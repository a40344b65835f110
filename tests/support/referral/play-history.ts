/**
 * Plays a history (confirmation-history.ts), and keeps a plain record beside it of what people were told
 * and when (history-mail.ts).
 */
import { randomness } from '../../../src/platform/secrets/randomness.ts';
import type { OutcomeKind } from '../../../src/referral/follow-up/outcome.ts';
import { createProgress } from '../../../src/referral/follow-up/progress.ts';
import { createReminders } from '../../../src/referral/follow-up/reminders.ts';
import { createRetention } from '../../../src/referral/follow-up/retention.ts';
import { createOperator } from '../../../src/referral/operator/operator.ts';
import type { ConfirmationTerms } from '../../../src/referral/routing/routing.ts';
import { aDelivery } from './a-delivery.ts';
import { aRouting } from './a-routing.ts';
import { aStore } from './a-store.ts';
import type { HistoryEvent } from './confirmation-history.ts';
import { createHistoryMail } from './history-mail.ts';
import { sealedFor } from './letters-in-store.ts';

const HOUR_MS = 3_600_000;
const SITE = new URL('https://directory.example');
const ID = 'letter-a';
const REFERENCE = 'SP-TEST-000A';

type OperatorEvent = Extract<
  HistoryEvent,
  { kind: 'retry' | 'bounced' | 'delivered' | 'redirect' }
>;

/** A worker, an operator and mail servers around one referral. `discard` when it is over. */
export async function playHistory(start: number, terms: ConfirmationTerms) {
  const { worker, mail, operator, progress, opened } = await aReferralUnderWay(start, terms);
  const remind = createReminders(worker.about);
  const retain = createRetention(worker.about);

  async function work(): Promise<void> {
    await worker.delivery.deliverDue();
    await remind();
    await worker.watch();
    await worker.delivery.deliverDue();
    await retain();
  }

  async function findLink(back: number) {
    const link = mail.links.at(-1 - back);
    if (link === undefined) return undefined;
    const referral = await worker.store.findReferral({ reference: REFERENCE });
    return { link, isInForce: referral?.acknowledgementHash === chance.hash(link) };
  }

  async function press(back: number): Promise<void> {
    const found = await findLink(back);
    if (!found) return;
    await progress.acknowledge(found.link);
    if (found.isInForce) mail.noteConfirmed();
  }

  async function takeBack(back: number): Promise<void> {
    const found = await findLink(back);
    if (!found) return;
    const before = await progress.findConfirmationLink(found.link);
    const after = await progress.takeBack(found.link);
    const canTakeBack = before?.kind === 'in-force' && before.canTakeBack;
    if (!found.isInForce || !canTakeBack) return;
    if (after?.kind !== 'in-force' || after.progress.acknowledgedAt)
      throw new Error('still confirmed');
    mail.noteTakenBack();
  }

  async function say({ outcome, back }: { outcome: OutcomeKind; back: number }): Promise<void> {
    const found = await findLink(back);
    if (!found) return;
    const told = await progress.sayOutcome(found.link, outcome);
    const isTaken = told?.kind === 'in-force' && told.takesOutcomes;
    if (found.isInForce && isTaken) mail.noteOutcome(outcome);
  }

  async function operate(event: OperatorEvent): Promise<void> {
    const reason = 'as the history says';
    const result =
      event.kind === 'redirect'
        ? await operator.redirect(REFERENCE, event.team, reason)
        : await operator[event.kind](REFERENCE, reason);
    if (!result.ok) return;
    if (event.kind === 'redirect' || event.kind === 'bounced') mail.forget();
    if (event.kind === 'delivered') {
      mail.noteHandedOver();
      mail.noteConfirmed();
    }
  }

  async function happen(event: HistoryEvent): Promise<void> {
    switch (event.kind) {
      case 'pass':
        return worker.pass(event.hours * HOUR_MS);
      case 'work':
        return work();
      case 'week':
        for (let hours = 0; hours < 7 * 24; hours += 9) {
          worker.pass(9 * HOUR_MS);
          await work();
        }
        return;
      case 'mail':
        mail.endingOf[event.of] = event.ending;
        return;
      case 'press':
        return press(event.back);
      case 'take-back':
        return takeBack(event.back);
      case 'say':
        return say(event);
      default:
        return operate(event);
    }
  }

  return {
    happen,
    now: () => worker.clock.now,
    notified: mail.notified,
    letter: () => worker.letter(ID),
    progress: () => progress.findProgress('status-a'),
    canBeSent: async () => (await operator.redirect(REFERENCE, 'south', 'can it be?')).ok,
    discard: opened.discard,
  };
}

// Links are pressed by their token, so that the record knows which one is in force.
const chance = { ...randomness, hash: (token: string) => `hash-${token}` };

async function aReferralUnderWay(start: number, { remindAfter, fallbackAfter }: ConfirmationTerms) {
  const opened = await aStore({ clock: { now: start } });
  const routing = aRouting({
    operatorMailbox: 'operator@prescribers.example',
    acknowledgeWithinWorkingDays: remindAfter,
    fallbackAfterWorkingDays: fallbackAfter,
  });
  const mail = createHistoryMail(() => worker.clock.now);
  const worker = await aDelivery({ shared: opened, routing: () => routing, send: mail.send });
  worker.clock.now = start;
  const progress = createProgress({
    openStore: async () => worker.store,
    routing: () => routing,
    now: () => worker.clock.now,
    hash: chance.hash,
  });
  const text = `Words of a made-up person\n\n${SITE.href}refer/received/a/\n`;
  const practice = 'F84001';
  await worker.accepts('a', {
    practice,
    letter: sealedFor(ID, { to: 'practice', practice }, text),
  });
  const operator = createOperator({
    store: worker.store,
    key: { sealing: worker.sealing },
    routing: async () => routing,
    randomness: chance,
    mailDomain: 'directory.example',
    siteUrl: SITE,
    name: 'test',
    now: () => worker.clock.now,
  });
  return { worker, mail, operator, progress, opened };
}
