/**
 * Covers src/referral/delivery/attempt.ts, src/referral/delivery/clock-guard.ts,
 * src/referral/delivery/worker-health.ts.
 */
import { describe, expect, test } from 'vitest';
import { randomness } from '../../../../src/platform/secrets/randomness.ts';
import { timers } from '../../../../src/platform/timers.ts';
import { createWorker, type WorkerOptions } from '../../../../src/referral/delivery/worker.ts';
import { findWorkerAlerts } from '../../../../src/referral/delivery/worker-health.ts';
import { StoreFault } from '../../../../src/referral/store/store-fault.ts';
import { aDelivery, sends } from '../../../support/referral/a-delivery.ts';
import { MINUTE_MS } from '../../../support/referral/a-store.ts';

describe('the worker', () => {
  test('delivers, watches and gives signs of life until it is stopped', async () => {
    const { worker, run, about } = await aWorker();
    await worker.accepts('a');
    expect(await findWorkerAlerts(worker.store, worker.clock.now)).toEqual(['worker-silent']);
    await run(async () => {
      await worker.until('handed-over');
      await untilBeat(worker);
    });
    expect(await findWorkerAlerts(worker.store, worker.clock.now)).toEqual([]);
    expect(about.markers()).toContain('worker');
    expect(await findWorkerAlerts(worker.store, worker.clock.now + 91_000)).toEqual([
      'worker-silent',
    ]);
  });

  test('goes on with all else when one part fails', async () => {
    const { worker, run } = await aWorker({
      counts: async () => {
        throw new StoreFault('input-output', 'not-stored');
      },
    });
    await worker.accepts('a');
    await run(() => worker.until('handed-over'));
    expect(worker.logged).toContainEqual({
      level: 'error',
      event: 'worker.part-failed',
      facts: { part: 'watch', reason: 'input-output' },
    });
  });

  test('says once a minute that the store cannot be written, not once a second', async () => {
    let asked = 0;
    const { worker, run } = await aWorker({
      claimDueLetters: async () => {
        asked += 1;
        throw new StoreFault('full', 'not-stored');
      },
    });
    await run(async () => {
      while (asked < 10) await timers.wait(5);
      worker.pass(MINUTE_MS);
      while (asked < 20) await timers.wait(5);
    });
    const said = worker.logged.filter(({ facts }) => facts?.part === 'delivery');
    expect(said).toHaveLength(2);
  });

  test('tells of trouble from the worker before it until letters go again', async () => {
    const { worker, run } = await aWorker();
    const broken = await aDelivery({ shared: worker, send: sends('login') });
    await broken.accepts('a');
    await broken.delivery.deliverDue();
    expect(await findWorkerAlerts(worker.store, worker.clock.now)).toContain('mail-login');
    worker.pass(2 * MINUTE_MS);
    await run(() => worker.until('handed-over'));
    expect(await findWorkerAlerts(worker.store, worker.clock.now)).toEqual([]);
  });

  test('tells the operator once that the disk is full, and notes when it has room again', async () => {
    const found = { reserve: 'in-use' as 'in-use' | 'ready' };
    const { worker, run } = await aWorker({}, { refillReserve: async () => found.reserve });
    await run(async () => {
      while ((await worker.queued('alert')).length === 0) await timers.wait(5);
      worker.pass(MINUTE_MS);
      expect(await findWorkerAlerts(worker.store, worker.clock.now)).toEqual(['disk-full']);
      found.reserve = 'ready';
      worker.pass(MINUTE_MS);
      while ((await findWorkerAlerts(worker.store, worker.clock.now)).length > 0) {
        await timers.wait(5);
      }
    });
    const alerts = await worker.queued('alert');
    expect(alerts).toHaveLength(1);
    expect(alerts[0].text).toContain('The disk is full');
  });

  test('tells the operator that a changed routing file is not fit for use', async () => {
    let refused = true;
    const { worker, run } = await aWorker({}, { isRoutingRefused: () => refused });
    await run(async () => {
      while ((await worker.queued('alert')).length === 0) await timers.wait(5);
      refused = false;
      worker.pass(MINUTE_MS);
      while ((await findWorkerAlerts(worker.store, worker.clock.now)).length > 0) {
        await timers.wait(5);
      }
    });
    expect((await worker.queued('alert'))[0].text).toContain('The routing file was changed');
  });

  test('tells of a trouble by another way than mail too, where it is given one', async () => {
    const posts: object[] = [];
    const postAlert = async (body: object) => posts.push(body) > 0;
    const { run } = await aWorker({}, { isRoutingRefused: () => true, postAlert });
    await run(async () => {
      while (posts.length === 0) await timers.wait(5);
    });
    expect(posts).toMatchObject([{ status: 'degraded', troubles: ['routing-refused'] }]);
  });

  test('goes on with all else while a mailbox keeps it waiting, and leaves that when it stops', async () => {
    const asked: AbortSignal[] = [];
    const readReturns = ({ signal }: { signal: AbortSignal }) =>
      new Promise<'connection-lost'>((resolve) => {
        asked.push(signal);
        signal.addEventListener('abort', () => resolve('connection-lost'));
      });
    const { worker, run } = await aWorker({}, { readReturns });
    await worker.accepts('a');
    await run(async () => {
      while (asked.length === 0) await timers.wait(5);
      await worker.until('handed-over');
      await untilBeat(worker);
      worker.pass(10 * MINUTE_MS);
      await timers.wait(50);
    });
    expect(asked.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('without a mailbox to read ends what one before it told of', async () => {
    const { worker, run } = await aWorker();
    await worker.alerts.raise('return-mailbox');
    await run(async () => {
      while ((await findWorkerAlerts(worker.store, worker.clock.now)).length > 0) {
        await timers.wait(5);
      }
    });
    expect(await worker.queued('alert')).toHaveLength(1);
  });

  test('that took over from one that failed alerts', async () => {
    const { worker, run } = await aWorker({}, { restarted: true });
    await run(async () => {
      while ((await worker.queued('alert')).length === 0) await timers.wait(5);
    });
    expect((await worker.queued('alert'))[0].text).toContain('It was started again');
  });
});

type Store = Awaited<ReturnType<typeof aDelivery>>['store'];

async function aWorker(changes: Partial<Store> = {}, more: Partial<WorkerOptions> = {}) {
  const worker = await aDelivery();
  const marked: string[] = [];
  const store: Store = {
    ...worker.store,
    claimMarker: (...about) => {
      marked.push(about[0]);
      return worker.store.claimMarker(...about);
    },
    ...changes,
  };
  const running = createWorker({
    ...worker.about,
    store,
    sealing: worker.sealing,
    randomness,
    mailDomain: 'directory.example',
    worker: 'test',
    send: sends('taken'),
    elapsedMs: () => worker.clock.elapsed,
    timers: { ...timers, wait: () => timers.wait(5) },
    ...more,
  });
  return {
    worker,
    about: { markers: () => marked },
    async run(meanwhile: () => Promise<void>) {
      const done = running.run();
      await meanwhile();
      running.stop(1_000);
      await done;
    },
  };
}

async function untilBeat({ store }: Awaited<ReturnType<typeof aDelivery>>): Promise<void> {
  while (!(await store.findMarker('worker'))) await timers.wait(5);
}
