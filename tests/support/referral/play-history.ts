/**
 * Plays a history (confirmation-history.ts), and keeps a plain record beside it of what people were told
 * and when: who got the letter, who confirmed it by which link, and when the fallback heard that nobody did.
 */

import type { OutgoingMail } from '../../../src/platform/mail/mail.ts';
import { randomness } from '../../../src/platform/secrets/randomness.ts';
import { createReminders } from '../../../src/referral/follow-up/follow-up.ts';
import { createProgress } from '../../../src/referral/follow-up/progress.ts';
import { createRetention } from '../../../src/referral/follow-up/retention.ts';
import { createOperator } from '../../../src/referral/operator/operator.ts';
import { aDelivery, endings, sealedFor } from './a-delivery.ts';
import { aRouting } from './a-routing.ts';
import { aStore } from './a-store.ts';
import type { Ending, HistoryEvent } from './confirmation-history.ts';

const HOUR_MS = 3_600_000;
const SITE = new URL('https://directory.example');
const ID = 'letter-a';

/** What people were told; all of it anew once the letter has to be sent again. */
interface Told {
  handedOverAt?: number | undefined;
  confirmedAt?: number | undefined;
  fallbackNotifiedAt?: number | undefined;
}

/** A worker, an operator and mail servers around one referral. `discard` when it is over. */
export async function playHistory(start: number, acknowledgeWithinWorkingDays: number) {
  const place = await aStore();
  const mail: Record<'team' | 'fallback', Ending> = { team: 'taken', fallback: 'taken' };
  const links: string[] = [];
  let told: Told = {};
  const routing = aRouting({
    operatorMailbox: 'operator@prescribers.example',
    acknowledgeWithinWorkingDays,
  });
  const worker = await aDelivery({ place, routing: () => routing, send });
  worker.clock.now = start;
  // Links are pressed by their token, so that the record knows which one is in force.
  const chance = { ...randomness, hash: (token: string) => `hash-${token}` };
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
  const reference = 'SP-TEST-000A';
  const operator = createOperator({
    store: worker.store,
    sealing: worker.sealing,
    routing,
    randomness: chance,
    mailDomain: 'directory.example',
    siteUrl: SITE,
    name: 'test',
    now: () => worker.clock.now,
  });
  const remind = createReminders({ ...worker.about, notices: worker.notices });
  const retain = createRetention(worker.about);

  async function send(letter: OutgoingMail) {
    const isReferral = letter.text.includes('/refer/received/');
    const isNotice = /needs a person/.test(letter.subject);
    const ending = mail[isReferral ? 'team' : 'fallback'];
    if (ending !== 'later' && ending !== 'gone' && isReferral) {
      const link = /refer\/received\/([\w-]+)\//.exec(letter.text)?.[1];
      if (link) links.push(link);
    }
    if (ending === 'taken' && isReferral) told.handedOverAt = worker.clock.now;
    if (
      ending === 'taken' &&
      isNotice &&
      /has confirmed it/.test(letter.text.replace(/\s+/g, ' '))
    ) {
      told.fallbackNotifiedAt = worker.clock.now;
    }
    return endings[ending];
  }

  async function work(): Promise<void> {
    await worker.delivery.deliverDue();
    await remind();
    await worker.watch();
    await worker.delivery.deliverDue();
    await retain();
  }

  async function press(back: number): Promise<void> {
    const link = links.at(-1 - back);
    if (link === undefined) return;
    const referral = await worker.store.findReferral({ reference });
    const isInForce = referral?.acknowledgementHash === chance.hash(link);
    await progress.acknowledge(link);
    if (isInForce) told.confirmedAt ??= worker.clock.now;
  }

  async function operate(
    event: Extract<HistoryEvent, { kind: 'retry' | 'bounced' | 'delivered' | 'redirect' }>,
  ) {
    const reason = 'as the history says';
    if (event.kind === 'redirect') {
      const done = await operator.redirect(reference, event.team, reason);
      if (done.ok) told = {};
      return;
    }
    const done = await operator[event.kind](reference, reason);
    if (!done.ok) return;
    if (event.kind === 'bounced') told = {};
    if (event.kind === 'delivered') {
      told.handedOverAt ??= worker.clock.now;
      told.confirmedAt ??= worker.clock.now;
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
        mail[event.of] = event.ending;
        return;
      case 'press':
        return press(event.back);
      default:
        return operate(event);
    }
  }

  return {
    happen,
    now: () => worker.clock.now,
    told: (): Readonly<Told> => told,
    letter: () => worker.letter(ID),
    progress: () => progress.findProgress('status-a'),
    canBeSent: async () => (await operator.redirect(reference, 'south', 'can it be?')).ok,
    discard: place.discard,
  };
}
