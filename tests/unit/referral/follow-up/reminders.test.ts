import { describe, expect, test } from 'vitest';
import { aSharedStore } from '../../../support/referral/a-delivery.ts';
import { aFollowUp } from '../../../support/referral/a-follow-up.ts';

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
    const shared = await aSharedStore();
    const first = await aFollowUp(shared);
    await first.handsOver('a', '2026-11-23T10:00:00Z');
    for (const { run, at } of [first, await aFollowUp(shared)]) {
      at('2026-11-27T10:00:00Z');
      await run.reminders();
    }
    expect(await first.queued('reminder')).toHaveLength(1);
  });
});
