/**
 * Covers src/referral/delivery/release-waiting.ts, src/referral/delivery/settle.ts,
 * src/referral/delivery/try-letter.ts, src/referral/letters/letter-states.ts,
 * src/referral/letters/prepare-letter.ts, src/referral/letters/queue-letter.ts.
 */
import { describe, expect, test } from 'vitest';
import { createBackOff, usualBackOff } from '../../../../src/referral/delivery/back-off.ts';
import { aDelivery, endings, sends } from '../../../support/referral/a-delivery.ts';
import { aRouting } from '../../../support/referral/a-routing.ts';
import { MINUTE_MS, NOON } from '../../../support/referral/a-store.ts';

const HOUR_MS = 60 * MINUTE_MS;

describe('a letter that is due', () => {
  test('is handed over to the team of the practice, as it was stored', async () => {
    const worker = await aDelivery();
    await worker.accepts('a');
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
    expect(worker.sent).toEqual([
      {
        envelopeId: expect.stringMatching(/^sp[0-9a-f]{32}$/),
        to: 'north@prescribers.example',
        subject: 'Subject',
        text: 'Text of a',
        messageId: '<a@directory.example>',
        date: new Date(NOON),
      },
    ]);
    expect(await worker.letter('letter-a')).toMatchObject({
      state: 'handed-over',
      handedOverAt: NOON,
      lastCode: 250,
      attempts: 1,
      sentToTeam: 'north',
      routeVersionAtSend: 'v1',
      leaseOwner: null,
    });
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 0 });
  });

  test('goes to the team that has the practice when it is sent', async () => {
    let routing = aRouting();
    const worker = await aDelivery({ routing: () => routing, send: sends('later', 'taken') });
    await worker.accepts('a', { practice: 'F84001' });
    await worker.delivery.deliverDue();
    routing = aRouting({ version: 'v2', practices: { F84001: 'south' } });
    worker.pass(2 * MINUTE_MS);
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-a')).toMatchObject({
      state: 'handed-over',
      sentToTeam: 'south',
      routeVersionAtSend: 'v2',
    });
    const referral = await worker.store.findReferral({ formToken: 'form-a' });
    expect(referral).toMatchObject({ teamAtAccept: 'north', routeVersionAtAccept: 'test-1' });
  });

  test('is on the disk as being sent before anything is sent', async () => {
    const worker = await aDelivery({
      send: async () => {
        const letter = await worker.letter('letter-a');
        expect(letter).toMatchObject({ state: 'sending', attempts: 1, leaseUntil: NOON + 60_000 });
        return endings.taken;
      },
    });
    await worker.accepts('a');
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
  });

  test('waits longer after each try, and comes through when the server takes it', async () => {
    const worker = await aDelivery({ send: sends('later', 'later', 'later', 'taken') });
    await worker.accepts('a');
    const waits: number[] = [];
    for (let tries = 0; tries < 3; tries += 1) {
      await worker.delivery.deliverDue();
      const { dueAt, state } = await worker.letter('letter-a');
      expect(state).toBe('pending');
      waits.push(Math.round((dueAt - worker.clock.now) / MINUTE_MS));
      worker.pass(dueAt - worker.clock.now - 1);
      expect(await worker.delivery.deliverDue()).toMatchObject({ pending: 0 });
      worker.pass(1);
    }
    await worker.delivery.deliverDue();
    expect(waits[0]).toBe(1);
    expect(waits[2]).toBeGreaterThanOrEqual(12);
    expect(await worker.letter('letter-a')).toMatchObject({ state: 'handed-over', attempts: 4 });
  });

  test('waits out a last wait of a day', async () => {
    const backOff = createBackOff([24 * 60]);
    const worker = await aDelivery({ backOff, send: sends('later', 'taken') });
    await worker.accepts('a');

    expect(await worker.delivery.deliverDue()).toMatchObject({ pending: 1, 'handed-over': 0 });
    const { dueAt } = await worker.letter('letter-a');
    worker.pass(dueAt - worker.clock.now - 1);
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 0 });
    worker.pass(1);
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
  });

  test('is given up after 5 days of tries, and the borough and the operator hear of it', async () => {
    const worker = await aDelivery({ send: sends('later') });
    const { reference } = await worker.accepts('a');
    for (let tries = 0; tries < 60; tries += 1) {
      await worker.delivery.deliverDue();
      const { state, dueAt } = await worker.letter('letter-a');
      if (state !== 'pending') break;
      worker.pass(dueAt - worker.clock.now);
    }
    expect((worker.clock.now - NOON) / HOUR_MS).toBeGreaterThanOrEqual(120);
    expect((worker.clock.now - NOON) / HOUR_MS).toBeLessThan(125);
    expect(await worker.letter('letter-a')).toMatchObject({ state: 'needs-human' });
    const [notice] = await worker.queued('fallback-notice');
    expect(notice.destination).toEqual({ to: 'team', team: 'borough' });
    expect(notice.text).toContain(reference);
    expect((await worker.queued('alert'))[0]).toMatchObject({ destination: { to: 'operator' } });
  });
});

describe('a letter that may have arrived', () => {
  test('rests for a quarter of an hour and is sent again as it was', async () => {
    const worker = await aDelivery({ send: sends('lost', 'taken') });
    await worker.accepts('a');
    await worker.delivery.deliverDue();
    expect(await worker.letter('letter-a')).toMatchObject({
      state: 'maybe-sent',
      maybeSentTimes: 1,
    });
    worker.pass(15 * MINUTE_MS - 1);
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 0 });
    worker.pass(1);
    expect(await worker.delivery.deliverDue()).toMatchObject({ 'handed-over': 1 });
  });

  test('three times needs a person', async () => {
    const worker = await aDelivery({ send: sends('lost') });
    await worker.accepts('a');
    for (let tries = 0; tries < 5; tries += 1) {
      await worker.delivery.deliverDue();
      worker.pass(HOUR_MS);
    }
    expect(await worker.letter('letter-a')).toMatchObject({
      state: 'needs-human',
      maybeSentTimes: 3,
      attempts: 3,
      lastOutcome: 'maybe-sent:connection-lost',
    });
  });
});

describe('a clock that jumps', () => {
  test.for([
    ['an hour ahead', HOUR_MS],
    ['an hour back', -HOUR_MS],
    ['to 2038', 12 * 365 * 24 * HOUR_MS],
    ['back a year', -365 * 24 * HOUR_MS],
  ] as const)(
    '%s keeps no letter longer than the longest wait, and gives none up',
    async ([, jump]) => {
      const worker = await aDelivery({
        send: sends('later', 'later', 'later', 'later', 'later', 'taken'),
      });
      await worker.accepts('a');
      for (let tries = 0; tries < 4; tries += 1) {
        await worker.delivery.deliverDue();
        worker.pass((await worker.letter('letter-a')).dueAt - worker.clock.now);
      }
      await worker.delivery.deliverDue();
      worker.clock.now += jump;
      const before = worker.clock.elapsed;
      while ((await worker.letter('letter-a')).state !== 'handed-over') {
        await worker.delivery.deliverDue();
        worker.pass(MINUTE_MS);
        expect(worker.clock.elapsed - before).toBeLessThan(
          usualBackOff.longestWaitMs + 2 * HOUR_MS,
        );
      }
    },
  );
});
