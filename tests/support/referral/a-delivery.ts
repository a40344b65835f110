import { onTestFinished } from 'vitest';
import type { SendOutcome } from '../../../src/platform/mail/mail.ts';
import { randomness } from '../../../src/platform/secrets/randomness.ts';
import { timers } from '../../../src/platform/timers.ts';
import { createDelivery, type DeliveryOptions } from '../../../src/referral/delivery/deliver.ts';
import { createAlerts } from '../../../src/referral/follow-up/alerts.ts';
import { createLetterNotices } from '../../../src/referral/follow-up/letter-notices.ts';
import { createWatch } from '../../../src/referral/follow-up/watch.ts';
import { createLetterQueue } from '../../../src/referral/letters/queue-letter.ts';
import { aRouting } from './a-routing.ts';
import { aStore, NOON, type OpenedStore } from './a-store.ts';
import { lettersIn, sealing } from './letters-in-store.ts';

/** How tries end. */
export const endings = {
  taken: { kind: 'handed-over', code: 250 },
  later: { kind: 'not-sent', reason: 'try-later', code: 451 },
  gone: { kind: 'refused', reason: 'recipient', code: 550 },
  unusable: { kind: 'not-sent', reason: 'account-refused', code: 550 },
  hungUp: { kind: 'not-sent', reason: 'hung-up' },
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
export async function aSharedStore(clock = { now: NOON }) {
  const opened = await aStore({ clock });
  onTestFinished(opened.discard);
  return opened;
}

const usual = aRouting({ operatorMailbox: 'operator@prescribers.example' });

/**
 * A worker over a real store, with a clock that only moves when told to. `send` hands letters over
 * unless the test brings its own; `shared`: the store of another worker.
 */
export async function aDelivery({
  routing = () => usual,
  shared,
  ...given
}: Partial<DeliveryOptions> & { shared?: OpenedStore } = {}) {
  const clock = { now: NOON, elapsed: 0 };
  // A store of its own goes by its clock.
  const opened = shared ?? (await aSharedStore(clock));
  const { store } = opened;
  const now = () => clock.now;
  const sent: Parameters<DeliveryOptions['send']>[0][] = [];
  const { log, logged } = aLog();
  const means = { store, sealing, randomness, now };
  const queueLetter = createLetterQueue({ ...means, mailDomain: 'directory.example' });
  const common = { store, queueLetter, log, now, routing };
  const alerts = createAlerts(common);
  const notices = createLetterNotices(common);
  const delivery = createDelivery({
    ...means,
    log,
    timers,
    worker: 'test',
    routing,
    elapsedMs: () => clock.elapsed,
    send: async (letter) => {
      sent.push(letter);
      return endings.taken;
    },
    notify: {
      needsHuman: notices.needsHuman,
      outageBegan: (outage) => alerts.raise(`mail-${outage}`),
      recovered: alerts.resolveMail,
    },
    ...given,
  });
  const watch = createWatch({ store, alerts, notices, now });
  /** Time passes, in which nothing happens. */
  const pass = (ms: number) => {
    clock.now += ms;
    clock.elapsed += ms;
    if (opened.clock && opened.clock !== clock) opened.clock.now += ms;
  };
  const followUp = { alerts, notices, queueLetter, watch, about: { ...common, notices } };
  return {
    ...opened,
    ...lettersIn(opened, now),
    ...followUp,
    sealing,
    delivery,
    sent,
    logged,
    clock,
    pass,
  };
}

function aLog() {
  const logged: { level: string; event: string; facts: Record<string, unknown> | undefined }[] = [];
  const logAt = (level: string) => (event: string, facts?: Record<string, unknown>) => {
    logged.push({ level, event, facts });
  };
  return { logged, log: { info: logAt('info'), warn: logAt('warn'), error: logAt('error') } };
}
