import { describe, expect, test } from 'vitest';
import { aSharedStore } from '../../../support/referral/a-delivery.ts';
import { aFollowUp } from '../../../support/referral/a-follow-up.ts';

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
    const shared = await aSharedStore();
    const first = await aFollowUp({ shared });
    first.at('2026-11-18T12:00:00Z');
    await first.run.digests();
    for (const { run, at } of [first, await aFollowUp({ shared })]) {
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
