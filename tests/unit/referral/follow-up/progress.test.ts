/** Covers src/referral/follow-up/confirmation.ts, src/referral/follow-up/delay.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgress } from '../../../../src/referral/follow-up/progress.ts';
import type { NewLetter, NewReferral } from '../../../../src/referral/store/store-port.ts';
import { aRouting } from '../../../support/referral/a-routing.ts';
import {
  aLetterRow,
  aReferralRow,
  aStore,
  MINUTE_MS,
  NOON,
  type OpenedStore,
} from '../../../support/referral/a-store.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await aStore();
});
afterAll(() => opened.discard());

let made = 0;

/** A referral for Bow Practice (team 'north') with letters in these states, and what is told of it. */
async function aProgress(
  letters: Partial<NewLetter>[],
  { now = NOON + MINUTE_MS, ...fields }: Partial<NewReferral> & { now?: number } = {},
) {
  made += 1;
  const name = `p${made}`;
  await opened.store.insertReferral(
    aReferralRow(name, { practice: 'F84001', ...fields }),
    letters.map((letter, index) =>
      aLetterRow(`${name}-${index}`, { createdAt: NOON + index, ...letter }),
    ),
  );
  const progress = createProgress({
    openStore: async () => opened.store,
    routing: () => aRouting(),
    now: () => now,
    hash: (token) => `hash-${token}`,
  });
  return { ...progress, name, progress: await progress.findProgress(`status-${name}`) };
}

describe('a resident is told', () => {
  test.each(['pending', 'sending', 'maybe-sent'] as const)(
    'that a letter which is %s is saved, and from four hours on that it is late',
    async (state) => {
      const stateAfter = async (minutes: number) =>
        (await aProgress([{ state }], { now: NOON + minutes * MINUTE_MS })).progress?.state;

      expect(await stateAfter(239)).toBe('saved');
      expect(await stateAfter(240)).toBe('saved');
      expect(await stateAfter(241)).toBe('delayed');
    },
  );

  test('that a letter is with the team it went to, since when', async () => {
    const { progress } = await aProgress([
      { state: 'handed-over', handedOverAt: NOON + 500, sentToTeam: 'south' },
    ]);

    expect(progress).toMatchObject({ state: 'handed-over', team: 'south' });
    expect(progress?.handedOverAt).toEqual(new Date(NOON + 500));
  });

  test('that nobody confirmed it, once the working days until its fallback is asked are over', async () => {
    // Handed over on Sunday; the second working day after is Tuesday, and Wednesday begins at midnight.
    const stateAt = async (moment: string) => {
      const now = Date.parse(moment);
      return (await aProgress([{ state: 'handed-over', handedOverAt: NOON }], { now })).progress
        ?.state;
    };

    expect(await stateAt('2026-11-24T23:59:00Z')).toBe('handed-over');
    expect(await stateAt('2026-11-25T00:00:00Z')).toBe('unconfirmed');
    expect(await stateAt('2036-11-30T12:00:00Z')).toBe('unconfirmed');
  });

  test('that the fallback was told of that, only once it was', async () => {
    const now = NOON + 30 * 24 * 60 * MINUTE_MS;
    const isNotifiedWith = async (
      state: 'pending' | 'handed-over',
      id: (letter: string) => string,
    ) => {
      const letter = `letter-p${made + 1}-0`;
      const notice = { id: id(letter), kind: 'fallback-notice', state, handedOverAt: now } as const;
      const letters = [{ state: 'handed-over' as const, handedOverAt: NOON }, notice];
      return (await aProgress(letters, { now })).progress?.fallbackNotified;
    };

    expect(await isNotifiedWith('handed-over', (letter) => `silent-${letter}-${NOON}`)).toBe(true);
    expect(await isNotifiedWith('pending', (letter) => `silent-${letter}-${NOON}`)).toBe(false);
    // Of an earlier hand-over.
    expect(await isNotifiedWith('handed-over', (letter) => `silent-${letter}-${NOON - 1}`)).toBe(
      false,
    );
  });

  test('that nobody confirmed it and the text is gone, once it is', async () => {
    const gone = { payload: null, wrappedKey: null, shreddedAt: NOON + 1 };
    const { progress } = await aProgress([{ state: 'handed-over', handedOverAt: NOON, ...gone }]);

    expect(progress?.state).toBe('never-confirmed');
  });

  test('the team that is allocated by the file in force while a letter waits', async () => {
    const { progress } = await aProgress([{ state: 'pending', sentToTeam: 'south' }]);

    expect(progress?.team).toBe('north');
  });

  test('the team that an operator chose while such a letter waits', async () => {
    const { progress } = await aProgress([
      { state: 'pending', sentToTeam: 'south', routeVersionAtSend: 'v1' },
    ]);

    expect(progress?.team).toBe('south');
  });

  test.each([
    ['needs a person', [{ state: 'needs-human' as const }]],
    ['was withdrawn', [{ state: 'withdrawn' as const }]],
    ['is missing', []],
  ])('to ring if the letter %s', async (_what, letters) => {
    expect((await aProgress(letters)).progress?.state).toBe('problem');
  });

  test('of the newest letter where an operator had it written anew', async () => {
    const again = await aProgress([{ state: 'withdrawn' }, { state: 'pending' }]);

    expect(again.progress?.state).toBe('saved');
  });

  test('nothing of letters that are not the referral itself', async () => {
    const { progress } = await aProgress([
      { state: 'handed-over', handedOverAt: NOON },
      { kind: 'resident-copy', state: 'needs-human' },
    ]);

    expect(progress?.state).toBe('handed-over');
  });

  test('nothing for a token that is not known', async () => {
    const { findProgress } = await aProgress([]);

    expect(await findProgress('status-other')).toBeUndefined();
    expect(await findProgress('')).toBeUndefined();
  });
});

describe('a team', () => {
  test('says once that it has a referral, and the resident is told', async () => {
    const made = await aProgress([{ state: 'handed-over', handedOverAt: NOON }]);
    const before = { kind: 'in-force', progress: { acknowledgedAt: undefined } };
    expect(await made.findConfirmationLink(made.name)).toMatchObject(before);

    const confirmed = await made.acknowledge(made.name);

    expect(confirmed).toMatchObject({ progress: { acknowledgedAt: new Date(NOON + MINUTE_MS) } });
    expect((await made.findProgress(`status-${made.name}`))?.state).toBe('received');
  });

  test('that says so again changes nothing', async () => {
    const made = await aProgress([{ state: 'handed-over' }], { acknowledgedAt: NOON + 5 });

    const first = { progress: { acknowledgedAt: new Date(NOON + 5) } };
    expect(await made.acknowledge(made.name)).toMatchObject(first);
    expect(await made.findConfirmationLink(made.name)).toMatchObject(first);
  });

  test('whose referral was passed on to another team since is told so, and confirms nothing', async () => {
    const made = await aProgress([
      { state: 'handed-over', handedOverAt: NOON, sentToTeam: 'north' },
    ]);
    const referral = await opened.store.findReferral({ statusToken: `status-${made.name}` });
    await opened.store.changeTogether({
      letter: {
        id: `letter-${made.name}-0`,
        from: ['handed-over'],
        change: { sentToTeam: 'south' },
      },
      referral: {
        sequence: referral?.sequence ?? 0,
        change: { acknowledgementHash: `hash-new-${made.name}` },
      },
      now: NOON + 5,
    });
    const moved = { kind: 'moved', team: 'south', movedAt: new Date(NOON + 5) };

    expect(await made.findConfirmationLink(made.name)).toMatchObject(moved);
    expect(await made.acknowledge(made.name)).toMatchObject(moved);
    expect((await made.findProgress(`status-${made.name}`))?.acknowledgedAt).toBeUndefined();
    const confirmed = await made.acknowledge(`new-${made.name}`);
    expect(confirmed).toMatchObject({ kind: 'in-force', progress: { state: 'received' } });
  });

  test('cannot acknowledge with another token, such as the one of the status page', async () => {
    const { acknowledge, name } = await aProgress([{ state: 'handed-over' }]);

    expect(await acknowledge(`status-${name}`)).toBeUndefined();
  });
});
