import { describe, expect, test } from 'vitest';
import { createDigests, createReminders } from '../../../../src/referral/follow-up/follow-up.ts';
import { aDelivery, aPlace } from '../../../support/referral/a-delivery.ts';
import type { aStore } from '../../../support/referral/a-store.ts';

/** A worker, what it follows up with, and `on`: what is owed at a time of day in London. */
async function aFollowUp(shared?: Awaited<ReturnType<typeof aStore>>) {
  const worker = await aDelivery({ place: shared ?? (await aPlace()) });
  const about = { ...worker.about, notices: worker.notices };
  const run = { reminders: createReminders(about), digests: createDigests(about) };
  return {
    ...worker,
    run,
    at(moment: string) {
      worker.clock.now = Date.parse(moment);
    },
    /** A referral that is handed over at the moment. */
    async handsOver(name: string, moment: string, practice = 'F84001') {
      worker.clock.now = Date.parse(moment);
      const referral = await worker.accepts(name, { practice });
      await worker.delivery.deliverDue();
      return referral;
    },
  };
}

describe('a referral that nobody acknowledges', () => {
  test('is asked after when three working days are over, and told of after three more', async () => {
    const { run, handsOver, queued, at } = await aFollowUp();
    const { reference } = await handsOver('a', '2026-11-23T10:00:00Z');
    const queuedOn = async (moment: string) => {
      at(moment);
      await run.reminders();
      return [(await queued('reminder')).length, (await queued('fallback-notice')).length];
    };
    // Monday to Thursday; asked after on Friday, not on the weekend, told of on Wednesday.
    expect(await queuedOn('2026-11-26T23:59:00Z')).toEqual([0, 0]);
    expect(await queuedOn('2026-11-27T00:30:00Z')).toEqual([1, 0]);
    expect(await queuedOn('2026-11-30T12:00:00Z')).toEqual([1, 0]);
    expect(await queuedOn('2026-12-01T23:59:00Z')).toEqual([1, 0]);
    expect(await queuedOn('2026-12-02T00:01:00Z')).toEqual([1, 1]);
    expect(await queuedOn('2027-12-02T12:00:00Z')).toEqual([1, 1]);

    const [reminder] = await queued('reminder');
    expect(reminder.destination).toEqual({ to: 'team', team: 'north' });
    expect(reminder.text).toContain(reference);
    const [notice] = await queued('fallback-notice');
    expect(notice.destination).toEqual({ to: 'team', team: 'borough' });
    expect(notice.text).toMatch(/Nobody in\s+the team has confirmed it/);
  });

  test('over Christmas waits for the working days', async () => {
    const { run, handsOver, queued, at } = await aFollowUp();
    await handsOver('a', '2026-12-23T10:00:00Z');
    at('2026-12-30T12:00:00Z');
    await run.reminders();
    expect(await queued('reminder')).toHaveLength(0);
    at('2026-12-31T12:00:00Z');
    await run.reminders();
    expect(await queued('reminder')).toHaveLength(1);
  });

  test('is left alone once somebody acknowledges, even with the reminder on its way', async () => {
    const worker = await aFollowUp();
    const { sequence } = await worker.handsOver('a', '2026-11-23T10:00:00Z');
    worker.at('2026-11-27T10:00:00Z');
    await worker.run.reminders();
    await worker.store.changeReferral(sequence, { acknowledgedAt: worker.clock.now });
    expect(await worker.delivery.deliverDue()).toMatchObject({ withdrawn: 1, 'handed-over': 0 });
    worker.at('2026-12-20T10:00:00Z');
    await worker.run.reminders();
    expect(await worker.queued('fallback-notice')).toEqual([]);
  });

  test('is asked after once, by whichever server starts next', async () => {
    const shared = await aPlace();
    const first = await aFollowUp(shared);
    await first.handsOver('a', '2026-11-23T10:00:00Z');
    for (const { run, at } of [first, await aFollowUp(shared)]) {
      at('2026-11-27T10:00:00Z');
      await run.reminders();
    }
    expect(await first.queued('reminder')).toHaveLength(1);
  });
});

describe('the weekly digest', () => {
  test('tells each team on Monday at seven in London what it got in the week before', async () => {
    const { run, handsOver, queued, at } = await aFollowUp();
    at('2026-11-16T12:00:00Z');
    await run.digests();
    const inside = await handsOver('in', '2026-11-22T23:59:00Z');
    const outside = await handsOver('out', '2026-11-23T00:01:00Z');
    at('2026-11-23T06:59:00Z');
    await run.digests();
    expect(await queued('digest')).toEqual([]);
    at('2026-11-23T07:00:00Z');
    await run.digests();
    await run.digests();
    const digests = await queued('digest');
    expect(digests.map(({ destination }) => destination.team).sort()).toEqual([
      'borough',
      'north',
      'south',
    ]);
    const north = digests.find(({ destination }) => destination.team === 'north');
    expect(north.text).toContain(inside.reference);
    expect(north.text).not.toContain(outside.reference);
  });

  test('tells the team before and the team now of a practice that moved meanwhile', async () => {
    const { run, accepts, delivery, queued, at } = await aFollowUp();
    at('2026-11-16T12:00:00Z');
    await run.digests();
    // Accepted for the north, and by the file in force the south's.
    const { reference } = await accepts('move', { practice: 'F84003' });
    await delivery.deliverDue();
    at('2026-11-23T07:00:00Z');
    await run.digests();
    const digests = await queued('digest');
    const textOf = (team: string) =>
      digests.find(({ destination }) => destination.team === team).text as string;
    expect(textOf('south')).toContain(`${reference}  sent Monday 16 November 2026, NOT CONFIRMED`);
    expect(textOf('north')).toContain(`${reference}  sent Monday 16 November 2026 to Team South`);
    expect(textOf('borough')).not.toContain(reference);
  });

  test('goes by the clock of London in summer', async () => {
    const { run, queued, at } = await aFollowUp();
    at('2026-06-09T12:00:00Z');
    await run.digests();
    at('2026-06-15T05:59:00Z');
    await run.digests();
    expect(await queued('digest')).toEqual([]);
    at('2026-06-15T06:00:00Z');
    await run.digests();
    expect(await queued('digest')).toHaveLength(3);
  });

  test('comes later in the week, and once, if no server ran on Monday', async () => {
    const shared = await aPlace();
    const first = await aFollowUp(shared);
    first.at('2026-11-18T12:00:00Z');
    await first.run.digests();
    for (const { run, at } of [first, await aFollowUp(shared)]) {
      at('2026-11-26T12:00:00Z');
      await run.digests();
    }
    expect(await first.queued('digest')).toHaveLength(3);
  });

  test('is not sent for the time before the service began', async () => {
    const { run, queued, at } = await aFollowUp();
    at('2026-11-25T12:00:00Z');
    await run.digests();
    expect(await queued('digest')).toEqual([]);
  });
});
