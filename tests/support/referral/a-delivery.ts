import { onTestFinished } from 'vitest';
import type { SendOutcome } from '../../../src/platform/mail/mail.ts';
import { createSealing } from '../../../src/platform/secrets/sealing.ts';
import { timers } from '../../../src/platform/timers.ts';
import { createDelivery, type DeliveryOptions } from '../../../src/referral/delivery/deliver.ts';
import { createAlerts } from '../../../src/referral/follow-up/alerts.ts';
import { createLetterNotices } from '../../../src/referral/follow-up/letter-notices.ts';
import { createWatch } from '../../../src/referral/follow-up/watch.ts';
import type { Destination, LetterKind, LetterText } from '../../../src/referral/letters/letter.ts';
import { createLetterQueue } from '../../../src/referral/letters/queue-letter.ts';
import type { StoredLetter } from '../../../src/referral/store/store-port.ts';
import { aRouting } from './a-routing.ts';
import { aLetterRow, aReferralRow, aStore, NOON } from './a-store.ts';

/** How tries end. */
export const endings = {
  taken: { kind: 'handed-over', code: 250 },
  later: { kind: 'not-sent', reason: 'try-later', code: 451 },
  gone: { kind: 'refused', reason: 'recipient', code: 550 },
  lost: { kind: 'maybe-sent', reason: 'connection-lost' },
  login: { kind: 'not-sent', reason: 'login', code: 535 },
  unreachable: { kind: 'not-sent', reason: 'unreachable' },
  untrusted: { kind: 'not-sent', reason: 'tls' },
} as const satisfies Record<string, SendOutcome>;

/** Sends that end as told, one after another; the last ending stays. */
export function sends(...names: (keyof typeof endings)[]) {
  let count = 0;
  return async (): Promise<SendOutcome> =>
    endings[names[Math.min(count++, names.length - 1)] ?? 'taken'];
}

/** A store that is gone when the test is over. */
export async function aPlace() {
  const place = await aStore();
  onTestFinished(place.discard);
  return place;
}

const usual = aRouting({ operatorMailbox: 'operator@prescribers.example' });

/**
 * A worker over a real store, with a clock that only moves when told to. `send` hands letters over
 * unless the test brings its own.
 */
export async function aDelivery({
  routing = () => usual,
  place,
  ...given
}: Partial<DeliveryOptions> & {
  place?: Awaited<ReturnType<typeof aStore>>;
} = {}) {
  const opened = place ?? (await aPlace());
  const { store } = opened;
  const clock = { now: NOON, elapsed: 0 };
  const sent: Parameters<DeliveryOptions['send']>[0][] = [];
  const logged: { level: string; event: string; facts: Record<string, unknown> | undefined }[] = [];
  const logAt = (level: string) => (event: string, facts?: Record<string, unknown>) => {
    logged.push({ level, event, facts });
  };
  const log = { info: logAt('info'), warn: logAt('warn'), error: logAt('error') };
  const now = () => clock.now;
  /** A letter as it stands in the store. */
  const letter = (id: string): Promise<StoredLetter> =>
    opened.database.read((tables) =>
      tables.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
  const queueLetter = createLetterQueue({ store, sealing, now, mailDomain: 'directory.example' });
  const about = { store, queueLetter, log, now, routing };
  const alerts = createAlerts(about);
  const notices = createLetterNotices(about);
  const delivery = createDelivery({
    store,
    sealing,
    log,
    now,
    timers,
    worker: 'test',
    routing,
    elapsedMs: () => clock.elapsed,
    send: async (letter) => {
      sent.push(letter);
      return { kind: 'handed-over', code: 250 };
    },
    notify: {
      needsHuman: notices.needsHuman,
      outageBegan: (outage) => alerts.raise(`mail-${outage}`),
      recovered: alerts.resolveMail,
    },
    ...given,
  });
  return {
    ...opened,
    sealing,
    delivery,
    alerts,
    notices,
    sent,
    logged,
    queueLetter,
    clock,
    about,
    watch: createWatch({ store, alerts, notices: notices, now }),
    /** Time passes, in which nothing happens. */
    pass(ms: number) {
      clock.now += ms;
      clock.elapsed += ms;
    },
    /** A referral that was just accepted, and the letter that it owes. */
    async accepts(
      name: string | number,
      about: { practice?: string; letter?: Partial<StoredLetter> } = {},
    ) {
      const { practice = 'F84001', letter = {} } = about;
      const reference = `SP-TEST-${String(name).toUpperCase().padStart(4, '0')}`;
      const row = aReferralRow(name, {
        reference,
        practice,
        teamAtAccept: 'north',
        acceptedAt: clock.now,
      });
      const queued = {
        ...aLetterRow(name, { createdAt: clock.now, dueAt: clock.now, datedAt: clock.now }),
        ...sealedFor(`letter-${name}`, { to: 'practice', practice }, `Text of ${name}`),
        ...letter,
      };
      const result = await store.insertReferral(row, [queued]);
      if (!('stored' in result)) throw new Error('The referral was there already');
      return result.stored;
    },
    letter,
    async until(state: StoredLetter['state'], id = 'letter-a'): Promise<void> {
      while ((await letter(id)).state !== state) await timers.wait(2);
    },
    /** Letters of a kind, as they would be read. */
    async queued(kind: LetterKind) {
      const rows = await opened.database.read((tables) =>
        tables
          .selectFrom('letter')
          .selectAll()
          .where('kind', '=', kind)
          .orderBy('createdAt')
          .execute(),
      );
      return rows.map((row) => JSON.parse(sealing.open(row.id, row as never) ?? '{}'));
    },
  };
}

const sealing = createSealing(Buffer.alloc(32, 1));

export function sealedFor(id: string, destination: Destination, text: string) {
  const letter: LetterText = { version: 1, destination, subject: 'Subject', text };
  return sealing.seal(id, JSON.stringify(letter));
}
