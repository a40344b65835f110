import { describe, expect, test } from 'vitest';
import { createReminders } from '../../../../src/referral/follow-up/reminders.ts';
import { createRetention } from '../../../../src/referral/follow-up/retention.ts';
import { aDelivery, endings } from '../../../support/referral/a-delivery.ts';
import { aReportRow } from '../../../support/referral/a-report.ts';
import { aRouting } from '../../../support/referral/a-routing.ts';
import { MINUTE_MS } from '../../../support/referral/a-store.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;
const MONDAY = Date.parse('2026-11-23T12:00:00Z');

/** A worker with what destroys texts, and a referral that was handed over on a Monday. */
async function aHandedOver(send?: Parameters<typeof aDelivery>[0]) {
  const worker = await aDelivery(send);
  worker.clock.now = MONDAY;
  const referral = await worker.accepts('a');
  await worker.delivery.deliverDue();
  const remind = createReminders(worker.about);
  return {
    ...worker,
    ...referral,
    retain: createRetention(worker.about),
    remind,
    hasText: async (id = 'letter-a') => (await worker.letter(id)).payload !== null,
    /** Time passes, day by day, with a worker that does all it has to. */
    async live(days: number, { delivers = true } = {}) {
      for (let day = 0; day < days; day += 1) {
        worker.pass(DAY_MS);
        await remind();
        if (delivers) await worker.delivery.deliverDue();
        await createRetention(worker.about)();
      }
    },
  };
}

describe('the text of a letter that a team confirmed', () => {
  test('is destroyed seven days later', async () => {
    const worker = await aHandedOver();
    worker.pass(3 * DAY_MS);
    await worker.store.changeReferral(worker.sequence, { acknowledgedAt: worker.clock.now });
    worker.pass(7 * DAY_MS - 1);
    await worker.retain();
    expect(await worker.hasText()).toBe(true);
    worker.pass(1);
    await worker.retain();
    expect(await worker.letter('letter-a')).toMatchObject({
      state: 'handed-over',
      payload: null,
      wrappedKey: null,
      shreddedAt: worker.clock.now,
    });
  });

  test('is kept for seven days after it was handed over, if they confirmed an earlier try', async () => {
    const worker = await aHandedOver();
    await worker.store.changeReferral(worker.sequence, { acknowledgedAt: MONDAY - 5 * DAY_MS });
    worker.pass(6 * DAY_MS);
    await worker.retain();
    expect(await worker.hasText()).toBe(true);
  });
});

describe('the text of a letter that nobody confirmed', () => {
  test('is kept while nobody was told of that, however long', async () => {
    const worker = await aHandedOver();
    worker.pass(400 * DAY_MS);
    await worker.retain();
    expect(await worker.hasText()).toBe(true);
  });

  test('is destroyed ten working days after the fallback was told, and the log says so', async () => {
    const worker = await aHandedOver();
    // Told on Thursday 26 November; ten working days later it is Friday 11 December.
    await worker.live(17);
    expect(await worker.hasText()).toBe(true);
    await worker.live(1);
    expect(new Date(worker.clock.now).toISOString()).toMatch('2026-12-11');
    expect(await worker.hasText()).toBe(false);
    expect(worker.logged.at(-1)).toEqual({
      level: 'warn',
      event: 'referral.never-confirmed',
      facts: { reference: worker.reference },
    });
  });

  test('is kept while the notice to the fallback does not arrive', async () => {
    const worker = await aHandedOver({
      send: async ({ subject }) =>
        subject.includes('needs a person') ? endings.gone : endings.taken,
    });
    await worker.live(60);
    expect(await worker.hasText()).toBe(true);
  });

  test('is kept where there is nobody to tell', async () => {
    // The borough's team is its own fallback, and no operator is named.
    const routing = aRouting({ networks: { U00001: 'borough', U00002: 'south' } });
    const worker = await aHandedOver({ routing: () => routing });
    await worker.live(60);
    expect(await worker.hasText()).toBe(true);
  });

  test('is destroyed seven days after they confirm it late, though the fallback has time left', async () => {
    const worker = await aHandedOver();
    await worker.live(10);
    await worker.store.changeReferral(worker.sequence, { acknowledgedAt: worker.clock.now });
    await worker.live(6);
    expect(await worker.hasText()).toBe(true);
    await worker.live(1);
    expect(await worker.hasText()).toBe(false);
  });
});

describe('letters without answers', () => {
  test('are destroyed seven days after they were handed over, the copy of the resident too', async () => {
    const worker = await aHandedOver();
    await worker.accepts('b', { letter: { kind: 'resident-copy' } });
    await worker.delivery.deliverDue();
    worker.pass(7 * DAY_MS);
    await worker.retain();
    expect(await worker.hasText('letter-b')).toBe(true);
    worker.pass(1);
    await worker.retain();
    expect(await worker.hasText('letter-b')).toBe(false);
  });

  test('that went nowhere are destroyed too: a copy holds the address of the resident', async () => {
    const worker = await aHandedOver();
    await worker.accepts('b', { letter: { kind: 'resident-copy', state: 'withdrawn' } });
    worker.pass(14 * DAY_MS);
    await worker.retain();
    expect(await worker.hasText('letter-b')).toBe(true);
    worker.pass(1);
    await worker.retain();
    expect(await worker.hasText('letter-b')).toBe(false);
  });
});

describe('what visitors told the editors', () => {
  test('is destroyed 14 days after an editor cleared it, and what was ticked is kept', async () => {
    const worker = await aHandedOver();
    await worker.store.insertReport(aReportRow('a', { receivedAt: MONDAY }), []);
    const audit = { action: 'clear-report', reason: 'asked them', operator: 'root' };
    await worker.store.clearReport({ reference: 'RP-TEST-a', at: MONDAY, audit });
    worker.pass(14 * DAY_MS);
    await worker.retain();
    const find = () => worker.store.findReport({ reference: 'RP-TEST-a' });
    expect(await find()).toMatchObject({ shreddedAt: null });
    worker.pass(1);
    await worker.retain();
    expect(await find()).toMatchObject({ payload: null, wrappedKey: null, facts: 'phone' });
  });

  test('is destroyed after half a year, though no editor cleared it', async () => {
    const worker = await aHandedOver();
    await worker.store.insertReport(aReportRow('a', { receivedAt: MONDAY }), []);
    worker.pass(180 * DAY_MS);
    await worker.retain();
    const find = () => worker.store.findReport({ reference: 'RP-TEST-a' });
    expect(await find()).toMatchObject({ shreddedAt: null });
    worker.pass(1);
    await worker.retain();
    expect(await find()).toMatchObject({ payload: null, clearedAt: null });
  });
});
