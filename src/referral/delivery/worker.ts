/**
 * The worker's round: letters every second, all else at its own pace, by time that passes and not by
 * the clock on the wall. A part that fails is tried again next time and stops no other.
 */

import type { PostJson } from '../../platform/http/post-json.ts';
import type { ReadMailbox } from '../../platform/mail/received-mail.ts';
import type { Sealing } from '../../platform/secrets/sealing.ts';
import { createAlertPosts } from '../follow-up/alert-posts.ts';
import { type Alerts, createAlerts } from '../follow-up/alerts.ts';
import { createDigests } from '../follow-up/digests.ts';
import { createLetterNotices } from '../follow-up/letter-notices.ts';
import { createReminders } from '../follow-up/reminders.ts';
import { createRetention } from '../follow-up/retention.ts';
import { createWatch } from '../follow-up/watch.ts';
import { createLetterQueue } from '../letters/queue-letter.ts';
import { createReturnReader } from '../returns/read-returns.ts';
import type { ReferralStore } from '../store/store-port.ts';
import { createAttempt } from './attempt.ts';
import { createClockGuard } from './clock-guard.ts';
import { createDelivery, type DeliveryOptions } from './deliver.ts';
import { recordHeartbeat } from './worker-health.ts';

export type WorkerOptions = Omit<DeliveryOptions, 'notify' | 'store' | 'sealing'> & {
  store: ReferralStore;
  sealing: Sealing;
  /** Right side of Message-IDs. */
  mailDomain: string;
  /** Keeps room on the disk for what was accepted; says whether that is in use. */
  refillReserve?: () => Promise<'ready' | 'in-use' | 'none'>;
  /** The routing file was changed, and is not fit for use. */
  isRoutingRefused?: () => boolean;
  /** Tells of troubles by another way than mail. */
  postAlert?: PostJson;
  /** The mailbox that letters come back to. */
  readReturns?: ReadMailbox;
  /** The worker before this one failed. */
  restarted?: boolean;
};

export interface Worker {
  /** Resolves once it was stopped, and nothing is in hand any more. */
  run(): Promise<void>;
  stop(graceMs: number): void;
}

const ROUND_MS = 1_000;
const HEARTBEAT_MS = 15_000;
const RETURNS_MS = 180_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export function createWorker(options: WorkerOptions): Worker {
  const { store, log, now, elapsedMs, timers } = options;
  const queueLetter = createLetterQueue(options);
  const alerts = createAlerts({ store, queueLetter, log, now });
  const notices = createLetterNotices({ ...options, queueLetter });
  const delivery = createDelivery({
    ...options,
    notify: {
      needsHuman: notices.needsHuman,
      outageBegan: (outage) => alerts.raise(`mail-${outage}`),
      recovered: alerts.resolveMail,
    },
  });
  const cut = new AbortController();
  const isClockTrusted = createClockGuard({ now, elapsedMs });
  const retain = createRetention({ store, log, now });
  const whenClockTrusted = (work: () => Promise<unknown>) => async () => {
    if (isClockTrusted()) await work();
  };
  // Nothing is sent meanwhile, and who was reminded before the copy was made is not known.
  const whenDecided = (work: () => Promise<unknown>) => async () => {
    if (!(await store.findRestore())) await work();
  };
  const remind = createReminders({ ...options, queueLetter, notices });
  const tellWeekly = createDigests({ ...options, queueLetter });
  const tasks: PeriodicTask[] = [
    { name: 'beat', everyMs: HEARTBEAT_MS, work: () => recordHeartbeat(store, now()) },
    { name: 'reserve', everyMs: MINUTE_MS, work: refillReserve },
    { name: 'routing', everyMs: MINUTE_MS, work: followRouting },
    { name: 'watch', everyMs: MINUTE_MS, work: createWatch({ store, alerts, notices, now }) },
    ...alertPostTasks(options),
    ...returnTasks(options, alerts, cut.signal),
    { name: 'reminders', everyMs: HOUR_MS / 4, work: whenClockTrusted(whenDecided(remind)) },
    { name: 'digests', everyMs: HOUR_MS / 4, work: whenClockTrusted(whenDecided(tellWeekly)) },
    { name: 'retention', everyMs: HOUR_MS, work: whenClockTrusted(retain) },
  ];
  const attempt = createAttempt({ log, elapsedMs });
  let stopping = false;
  let graceMs = 0;
  let tasksRun: Promise<void> | undefined;

  return {
    async run() {
      if (options.restarted) await attempt('alert', () => alerts.raise('worker-failed'));
      const startedAt = elapsedMs();
      while (!stopping) {
        // Not waited for: a slow mail server must not hold up what became due since.
        void attempt('delivery', delivery.deliverDue);
        tasksRun ??= runDueTasks(startedAt).finally(() => {
          tasksRun = undefined;
        });
        await timers.wait(ROUND_MS);
      }
      cut.abort();
      await delivery.stop(graceMs);
      await tasksRun;
      await Promise.all(tasks.map(({ running }) => running));
    },

    stop(ms) {
      stopping = true;
      graceMs = ms;
    },
  };

  async function runDueTasks(startedAt: number): Promise<void> {
    for (const task of tasks) {
      if (stopping || task.running || elapsedMs() < (task.dueAt ?? 0)) continue;
      task.dueAt = elapsedMs() + task.everyMs;
      task.running = attempt(task.name, task.work).finally(() => {
        delete task.running;
      });
      if (!task.apart) await task.running;
    }
    if (options.restarted && elapsedMs() - startedAt > HOUR_MS) {
      options.restarted = false;
      await attempt('alert', () => alerts.resolve('worker-failed'));
    }
  }

  async function refillReserve(): Promise<void> {
    const found = await options.refillReserve?.();
    await (found === 'in-use' ? alerts.raise('disk-full') : alerts.resolve('disk-full'));
  }

  async function followRouting(): Promise<void> {
    options.routing();
    const refused = options.isRoutingRefused?.() ?? false;
    await (refused ? alerts.raise('routing-refused') : alerts.resolve('routing-refused'));
  }
}

function alertPostTasks({ postAlert: post, ...options }: WorkerOptions): PeriodicTask[] {
  if (!post) return [];
  const work = createAlertPosts({ ...options, post });
  return [{ name: 'alert-posts', everyMs: HEARTBEAT_MS, work }];
}

function returnTasks(
  { readReturns: read, ...options }: WorkerOptions,
  alerts: Alerts,
  signal: AbortSignal,
): PeriodicTask[] {
  // The worker before this one may have had a mailbox that it could not read.
  if (!read) {
    const work = () => alerts.resolve('return-mailbox');
    return [{ name: 'returns', everyMs: HOUR_MS, work }];
  }
  const readReturns = createReturnReader({ ...options, read, alerts });
  return [{ name: 'returns', everyMs: RETURNS_MS, apart: true, work: () => readReturns(signal) }];
}

interface PeriodicTask {
  name: string;
  everyMs: number;
  work: () => Promise<unknown>;
  /** Nothing waits for it: it asks another machine, which may be slow. */
  apart?: boolean;
  running?: Promise<void>;
  dueAt?: number;
}
