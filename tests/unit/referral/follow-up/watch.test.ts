/** Covers src/referral/follow-up/alerts.ts, src/referral/follow-up/arrivals.ts, src/referral/operator/reopen-bounced.ts. */
import { describe, expect, test } from 'vitest';
import { createClockGuard } from '../../../../src/referral/delivery/clock-guard.ts';
import { findOpenAlerts } from '../../../../src/referral/follow-up/alerts.ts';
import { createRetention } from '../../../../src/referral/follow-up/retention.ts';
import { differenceIn } from '../../../../src/referral/follow-up/watch.ts';
import { reopenBounced } from '../../../../src/referral/operator/reopen-bounced.ts';
import { aDelivery, sends } from '../../../support/referral/a-delivery.ts';
import { aReferralRow, MINUTE_MS, NOON } from '../../../support/referral/a-store.ts';

const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('requests', () => {
  test('60 or more of which come within an hour, from wherever: the operator hears of it once', async () => {
    const worker = await aDelivery();
    const accept = async (from: number, until: number) => {
      for (let id = from; id < until; id += 1) await worker.accepts(`r${id}`);
    };
    await accept(0, 30);
    worker.pass(HOUR_MS);
    await accept(30, 89);
    await worker.watch();
    expect(await findOpenAlerts(worker.store)).not.toContain('many-requests');
    await accept(89, 90);
    for (const minutes of [1, 1, 40]) {
      worker.pass(minutes * MINUTE_MS);
      await worker.watch();
    }
    expect(await findOpenAlerts(worker.store)).toContain('many-requests');
    const texts = (await worker.queued('alert')).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('within one hour'))).toHaveLength(1);
    worker.pass(20 * MINUTE_MS);
    await worker.watch();
    expect(await findOpenAlerts(worker.store)).not.toContain('many-requests');
  });
});

test('a store that was put back is told of until somebody decided, and sends nothing meanwhile', async () => {
  const worker = await aDelivery();
  // As in a copy: its rows were written in another file.
  await worker.store.claimMarker('store-identity', 'another file', NOON);
  await worker.accepts('a');
  await worker.delivery.deliverDue();
  await worker.watch();
  expect(await findOpenAlerts(worker.store)).toContain('restored-undecided');
  expect(worker.sent).toEqual([]);

  await worker.store.settleRestore(NOON);
  await worker.watch();
  await worker.delivery.deliverDue();
  expect(await findOpenAlerts(worker.store)).not.toContain('restored-undecided');
  expect(worker.sent).toContainEqual(
    expect.objectContaining({ messageId: '<a@directory.example>' }),
  );
});

describe('letters that wait', () => {
  test('longer than a quarter of an hour: the operator hears of it once, with the references', async () => {
    const worker = await aDelivery();
    const { reference } = await worker.accepts('a');
    worker.pass(15 * MINUTE_MS);
    await worker.watch();
    expect(await worker.queued('alert')).toEqual([]);
    worker.pass(1);
    await worker.watch();
    worker.pass(MINUTE_MS);
    await worker.watch();
    const alerts = await worker.queued('alert');
    expect(alerts).toHaveLength(1);
    expect(alerts[0].text).toContain(reference);
    await worker.delivery.deliverDue();
    await worker.watch();
    expect(worker.logged.at(-1)).toMatchObject({
      event: 'trouble.ended',
      facts: { trouble: 'letters-waiting' },
    });
  });

  test('longer than four hours: the borough gets the reference, once', async () => {
    const worker = await aDelivery();
    const { reference } = await worker.accepts('a');
    worker.pass(4 * HOUR_MS);
    await worker.watch();
    expect(await worker.queued('fallback-notice')).toEqual([]);
    worker.pass(1);
    await worker.watch();
    await worker.watch();
    const notices = await worker.queued('fallback-notice');
    expect(notices).toHaveLength(1);
    expect(notices[0].destination).toEqual({ to: 'borough' });
    expect(notices[0].text).toContain(reference);
  });

  test('and then go with the mail server back: the borough is not told of what is over', async () => {
    const worker = await aDelivery();
    await worker.accepts('a');
    worker.pass(5 * HOUR_MS);
    await worker.watch();
    // The referral goes, the notice does not, and the alert waits for the next look.
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 1, withdrawn: 1 });
    worker.pass(MINUTE_MS);
    await worker.watch();
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 0, withdrawn: 1 });
  });
});

describe('letters that nobody confirmed', () => {
  test('are told to the operator once their fallback was told, and no more once confirmed', async () => {
    const worker = await aDelivery();
    const { reference, sequence } = await worker.accepts('a');
    await worker.delivery.deliverDue();
    await worker.watch();
    expect(await worker.queued('alert')).toEqual([]);

    await worker.store.changeReferral(sequence, { escalatedAt: worker.clock.now });
    await worker.watch();
    await worker.watch();
    const alerts = await worker.queued('alert');
    expect(alerts).toHaveLength(1);
    expect(alerts[0].text).toMatch(/has\s+not confirmed/);
    expect(alerts[0].text).toContain(`- ${reference}\n`);
    expect(await findOpenAlerts(worker.store)).toEqual(['not-confirmed']);

    await worker.store.changeReferral(sequence, { acknowledgedAt: worker.clock.now });
    await worker.watch();
    expect(await findOpenAlerts(worker.store)).toEqual([]);
  });
});

describe('counting', () => {
  test('finds each referral in one state, whatever became of its letter', async () => {
    const worker = await aDelivery({ send: sends('later') });
    for (const state of [
      'pending',
      'sending',
      'maybe-sent',
      'handed-over',
      'needs-human',
      'withdrawn',
    ] as const) {
      await worker.accepts(state.slice(0, 4), { letter: { state } });
    }
    expect(differenceIn(await worker.store.counts())).toBe(0);
  });

  test('alerts when a referral has no letter', async () => {
    const worker = await aDelivery();
    await worker.store.insertReferral(aReferralRow('bare'), []);
    await worker.watch();
    expect(worker.logged).toMatchObject([
      { level: 'error', event: 'trouble.began', facts: { trouble: 'counts-differ' } },
    ]);
  });
});

describe('texts', () => {
  test('of letters that did not arrive are kept after 400 days, and the operator hears of it once', async () => {
    const worker = await aDelivery();
    for (const state of ['pending', 'maybe-sent', 'sending', 'needs-human'] as const) {
      await worker.accepts(state.slice(0, 4), {
        letter: { state, leaseUntil: 1, leaseOwner: 'x' },
      });
    }
    worker.pass(400 * DAY_MS);
    expect(await createRetention(worker.about)()).toBe(0);
    await worker.watch();
    await worker.watch();
    for (const name of ['pend', 'mayb', 'send', 'need']) {
      expect((await worker.letter(`letter-${name}`)).payload).not.toBeNull();
    }
    const alerts = worker.logged.filter(({ facts }) => facts?.trouble === 'undelivered-for-long');
    expect(alerts).toHaveLength(1);
  });
});

describe('a letter that came back from behind the mail server', () => {
  test('needs a person again, with its text', async () => {
    const worker = await aDelivery();
    const { reference, sequence } = await worker.accepts('a');
    await worker.delivery.deliverDue();
    // Whoever said so, it came back.
    const said = { acknowledgedAt: NOON, remindedAt: NOON, escalatedAt: NOON };
    await worker.store.changeReferral(sequence, said);
    worker.pass(3 * DAY_MS);
    expect(await reopenBounced(worker.store, reference, NOON)).toBe(true);
    expect(await reopenBounced(worker.store, reference, NOON)).toBe(false);
    expect(await reopenBounced(worker.store, 'SP-0000-0000', NOON)).toBe(false);
    expect(await worker.store.findReferral({ reference })).toMatchObject({
      acknowledgedAt: null,
      remindedAt: null,
      escalatedAt: null,
    });
    worker.pass(30 * DAY_MS);
    expect(await createRetention(worker.about)()).toBe(0);
    await worker.watch();
    expect(await worker.queued('fallback-notice')).toHaveLength(1);
    expect((await worker.letter('letter-a')).payload).not.toBeNull();
  });
});

describe('a clock', () => {
  test('that jumps against the time that passed is not trusted for a day', () => {
    const clock = { now: 0, elapsed: 0 };
    const isClockTrusted = createClockGuard({
      now: () => clock.now,
      elapsedMs: () => clock.elapsed,
    });
    const pass = (ms: number, jump = 0) => {
      clock.now += ms + jump;
      clock.elapsed += ms;
      return isClockTrusted();
    };
    expect(pass(HOUR_MS)).toBe(true);
    expect(pass(HOUR_MS, HOUR_MS)).toBe(true);
    expect(pass(HOUR_MS, 12 * 365 * DAY_MS)).toBe(false);
    expect(pass(23 * HOUR_MS)).toBe(false);
    expect(pass(HOUR_MS)).toBe(true);
    expect(pass(HOUR_MS, -2 * HOUR_MS)).toBe(false);
  });
});
