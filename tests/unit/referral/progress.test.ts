import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgress } from '../../../src/referral/progress.ts';
import type { NewLetter, NewReferral } from '../../../src/referral/store-port.ts';
import { aRouting } from '../../support/a-routing.ts';
import {
  aLetterRow,
  aReferralRow,
  aStore,
  MINUTE_MS,
  NOON,
  type OpenedStore,
} from '../../support/a-store.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await aStore();
});
afterAll(() => opened.discard());

let made = 0;

/** A referral for Bow Practice (team 'north') with letters in these states, and what is told of it. */
async function told(
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
        (await told([{ state }], { now: NOON + minutes * MINUTE_MS })).progress?.state;

      expect(await stateAfter(239)).toBe('saved');
      expect(await stateAfter(240)).toBe('saved');
      expect(await stateAfter(241)).toBe('delayed');
    },
  );

  test('that a letter is with the team it went to, since when', async () => {
    const { progress } = await told([
      { state: 'handed-over', handedOverAt: NOON + 500, sentToTeam: 'south' },
    ]);

    expect(progress).toMatchObject({ state: 'handed-over', team: 'south' });
    expect(progress?.handedOverAt).toEqual(new Date(NOON + 500));
  });

  test('the team that is allocated by the file in force while a letter waits', async () => {
    const { progress } = await told([{ state: 'pending', sentToTeam: 'south' }]);

    expect(progress?.team).toBe('north');
  });

  test('the team that an operator chose while such a letter waits', async () => {
    const { progress } = await told([
      { state: 'pending', sentToTeam: 'south', routeVersionAtSend: 'v1' },
    ]);

    expect(progress?.team).toBe('south');
  });

  test.each([
    ['needs a person', [{ state: 'needs-human' as const }]],
    ['was withdrawn', [{ state: 'withdrawn' as const }]],
    ['is missing', []],
  ])('to ring if the letter %s', async (_what, letters) => {
    expect((await told(letters)).progress?.state).toBe('problem');
  });

  test('of the newest letter where an operator had it written anew', async () => {
    const again = await told([{ state: 'withdrawn' }, { state: 'pending' }]);

    expect(again.progress?.state).toBe('saved');
  });

  test('nothing of letters that are not the referral itself', async () => {
    const { progress } = await told([
      { state: 'handed-over', handedOverAt: NOON },
      { kind: 'resident-copy', state: 'needs-human' },
    ]);

    expect(progress?.state).toBe('handed-over');
  });

  test('nothing for a token that is not known', async () => {
    const { findProgress } = await told([]);

    expect(await findProgress('status-other')).toBeUndefined();
    expect(await findProgress('')).toBeUndefined();
  });
});

describe('a team', () => {
  test('says once that it has a referral, and the resident is told', async () => {
    const made = await told([{ state: 'handed-over', handedOverAt: NOON }]);
    expect((await made.findToAcknowledge(made.name))?.acknowledgedAt).toBeUndefined();

    const said = await made.acknowledge(made.name);

    expect(said?.acknowledgedAt).toEqual(new Date(NOON + MINUTE_MS));
    expect((await made.findProgress(`status-${made.name}`))?.state).toBe('received');
  });

  test('that says so again changes nothing', async () => {
    const made = await told([{ state: 'handed-over' }], { acknowledgedAt: NOON + 5 });

    expect((await made.acknowledge(made.name))?.acknowledgedAt).toEqual(new Date(NOON + 5));
    expect((await made.findToAcknowledge(made.name))?.acknowledgedAt).toEqual(new Date(NOON + 5));
  });

  test('cannot acknowledge with another token, such as the one of the status page', async () => {
    const { acknowledge, name } = await told([{ state: 'handed-over' }]);

    expect(await acknowledge(`status-${name}`)).toBeUndefined();
  });
});
