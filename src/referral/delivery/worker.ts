/**
 * The worker's round: letters every second, all else at its own pace, by time that passes and not by
 * the clock on the wall. A part that fails is tried again next time and stops no other.
 */

import type { Sealing } from '../../platform/secrets/sealing.ts';
import { createDigests, createReminders } from '../follow-up/follow-up.ts';
import { createRetention } from '../follow-up/retention.ts';
import { createTelling } from '../follow-up/tell-of-letters.ts';
import { createTroubles } from '../follow-up/troubles.ts';
import { createWatch } from '../follow-up/watch.ts';
import { createOwing } from '../letters/owe-letter.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { ReferralStore } from '../store/store-port.ts';
import { createDelivery, type DeliveryOptions } from './deliver.ts';
import { createSteadyClock } from './steady-clock.ts';
import { beat } from './worker-health.ts';

export type WorkerOptions = Omit<DeliveryOptions, 'tell' | 'store' | 'sealing'> & {
  store: ReferralStore;
  sealing: Sealing;
  /** Right side of Message-IDs. */
  mailDomain: string;
  /** Keeps room on the disk for what was accepted; says whether that is in use. */
  refillReserve?: () => Promise<'ready' | 'in-use' | 'none'>;
  /** The routing file was changed, and is not fit for use. */
  isRoutingRefused?: () => boolean;
  /** The worker before this one failed. */
  restarted?: boolean;
};

export interface Worker {
  /** Resolves once it was stopped, and nothing is in hand any more. */
  run(): Promise<void>;
  stop(graceMs: number): void;
}

const ROUND_MS = 1_000;
const BEAT_MS = 15_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export function createWorker(options: WorkerOptions): Worker {
  const { store, log, now, elapsedMs, timers } = options;
  const owe = createOwing(options);
  const troubles = createTroubles({ store, owe, log, now });
  const tell = createTelling({ ...options, owe });
  const delivery = createDelivery({
    ...options,
    tell: {
      needsHuman: tell.needsHuman,
      began: (trouble) => troubles.begin(`mail-${trouble}`),
      well: troubles.endMail,
    },
  });
  const isSteady = createSteadyClock({ now, elapsedMs });
  const retain = createRetention({ store, log, now });
  const whenSteady = (work: () => Promise<unknown>) => async () => {
    if (isSteady()) await work();
  };
  const followUp = { ...options, owe, tell };
  const duties: Duty[] = [
    { name: 'beat', everyMs: BEAT_MS, work: () => beat(store, now()) },
    { name: 'reserve', everyMs: MINUTE_MS, work: refillReserve },
    { name: 'routing', everyMs: MINUTE_MS, work: followRouting },
    { name: 'watch', everyMs: MINUTE_MS, work: createWatch({ store, troubles, tell, now }) },
    { name: 'reminders', everyMs: HOUR_MS / 4, work: whenSteady(createReminders(followUp)) },
    { name: 'digests', everyMs: HOUR_MS / 4, work: whenSteady(createDigests(followUp)) },
    { name: 'retention', everyMs: HOUR_MS, work: whenSteady(retain) },
  ];
  const silentUntil = new Map<string, number>();
  let stopping = false;
  let graceMs = 0;
  let round: Promise<void> | undefined;

  return {
    async run() {
      if (options.restarted) await attempt('alert', () => troubles.begin('worker-failed'));
      const startedAt = elapsedMs();
      while (!stopping) {
        // Not waited for: a slow mail server must not hold up what became due since.
        void attempt('delivery', delivery.deliverDue);
        round ??= runDuties(startedAt).finally(() => {
          round = undefined;
        });
        await timers.wait(ROUND_MS);
      }
      await delivery.stop(graceMs);
      await round;
    },

    stop(ms) {
      stopping = true;
      graceMs = ms;
    },
  };

  async function runDuties(startedAt: number): Promise<void> {
    for (const duty of duties) {
      if (stopping || elapsedMs() < (duty.dueAt ?? 0)) continue;
      duty.dueAt = elapsedMs() + duty.everyMs;
      await attempt(duty.name, duty.work);
    }
    if (options.restarted && elapsedMs() - startedAt > HOUR_MS) {
      options.restarted = false;
      await attempt('alert', () => troubles.end('worker-failed'));
    }
  }

  async function refillReserve(): Promise<void> {
    const found = await options.refillReserve?.();
    await (found === 'in-use' ? troubles.begin('disk-full') : troubles.end('disk-full'));
  }

  async function followRouting(): Promise<void> {
    options.routing();
    const refused = options.isRoutingRefused?.() ?? false;
    await (refused ? troubles.begin('routing-refused') : troubles.end('routing-refused'));
  }

  async function attempt(part: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      // Anything but a StoreFault is a fault of ours, and what it says may quote a letter.
      const reason = fault instanceof StoreFault ? fault.reason : 'fault';
      // Letters are looked for each second; a full disk must not be filled with lines that say so.
      if (elapsedMs() < (silentUntil.get(part) ?? 0)) return;
      silentUntil.set(part, elapsedMs() + MINUTE_MS);
      log.error('worker.part-failed', { part, reason });
    }
  }
}

interface Duty {
  name: string;
  everyMs: number;
  work: () => Promise<unknown>;
  dueAt?: number;
}
