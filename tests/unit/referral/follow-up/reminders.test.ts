import { describe, expect, test } from 'vitest';
import { aSharedStore } from '../../../support/referral/a-delivery.ts';
import { aFollowUp } from '../../../support/referral/a-follow-up.ts';
import { aRouting } from '../../../support/referral/a-routing.ts';

describe('a referral that nobody acknowledges', () => {
  test('is asked after when one working day is over, and told of after one more', async () => {
    const { run, handsOver, queued, at } = await aFollowUp();
    const { reference } = await handsOver('a', '2026-11-23T10:00:00Z');
    const queuedOn = async (moment: string) => {
      at(moment);
      await run.reminders();
      return [(await queued('reminder')).length, (await queued('fallback-notice')).length];
    };
    // With the team on Monday, who have all of Tuesday.
    expect(await queuedOn('2026-11-24T23:59:00Z')).toEqual([0, 0]);
    expect(await queuedOn('2026-11-25T00:01:00Z')).toEqual([1, 0]);
    expect(await queuedOn('2026-11-25T23:59:00Z')).toEqual([1, 0]);
    expect(await queuedOn('2026-11-26T00:01:00Z')).toEqual([1, 1]);
    expect(await queuedOn('2027-11-26T12:00:00Z')).toEqual([1, 1]);

    const [reminder] = await queued('reminder');
    expect(reminder.destination).toEqual({ to: 'team', team: 'north' });
    expect(reminder.text).toContain(reference);
    expect(reminder.text).toContain('before Thursday 26 November 2026');
    const [notice] = await queued('fallback-notice');
    expect(notice.destination).toEqual({ to: 'team', team: 'borough' });
    expect(notice.text).toMatch(/Nobody in\s+the\s+team\s+confirms\s+that/);
  });

  test.each([
    ['a weekend', '2026-11-19', '2026-11-22', '2026-11-23', '2026-11-24'],
    ['Christmas', '2026-12-23', '2026-12-28', '2026-12-29', '2026-12-30'],
  ])('over %s waits for the working days', async (_when, day, before, remindedOn, askedOn) => {
    const { run, handsOver, queued, at } = await aFollowUp();
    await handsOver('a', `${day}T10:00:00Z`);
    const queuedOn = async (date: string) => {
      at(`${date}T12:00:00Z`);
      await run.reminders();
      return [(await queued('reminder')).length, (await queued('fallback-notice')).length];
    };

    expect(await queuedOn(before)).toEqual([0, 0]);
    expect(await queuedOn(remindedOn)).toEqual([1, 0]);
    expect(await queuedOn(askedOn)).toEqual([1, 1]);
  });

  test('is asked after and told of by the settings of the routing file', async () => {
    const routing = aRouting({ acknowledgeWithinWorkingDays: 2, fallbackAfterWorkingDays: 2 });
    const { run, handsOver, queued, at } = await aFollowUp({ routing: () => routing });
    await handsOver('a', '2026-11-23T10:00:00Z');
    at('2026-11-26T12:00:00Z');
    await run.reminders();

    const [reminder] = await queued('reminder');
    expect(reminder.text).toContain('is asked to find out, too');
    expect(await queued('fallback-notice')).toHaveLength(1);
  });

  test('is left alone once somebody acknowledges, even with the reminder on its way', async () => {
    const worker = await aFollowUp();
    const { sequence } = await worker.handsOver('a', '2026-11-23T10:00:00Z');
    worker.at('2026-11-25T10:00:00Z');
    await worker.run.reminders();
    await worker.store.changeReferral(sequence, { acknowledgedAt: worker.clock.now });
    expect(await worker.delivery.deliverDue()).toMatchObject({ withdrawn: 1, 'handed-over': 0 });
    worker.at('2026-12-20T10:00:00Z');
    await worker.run.reminders();
    expect(await worker.queued('fallback-notice')).toEqual([]);
  });

  test('is asked after once, by whichever server starts next', async () => {
    const shared = await aSharedStore();
    const first = await aFollowUp({ shared });
    await first.handsOver('a', '2026-11-23T10:00:00Z');
    for (const { run, at } of [first, await aFollowUp({ shared })]) {
      at('2026-11-27T10:00:00Z');
      await run.reminders();
    }
    expect(await first.queued('reminder')).toHaveLength(1);
  });
});
