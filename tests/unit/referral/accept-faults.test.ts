/** Covers src/referral/store/store-fault.ts. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFaultEffect } from '../../../src/platform/database.ts';
import { StoreFault } from '../../../src/referral/store/store-fault.ts';
import type { ReferralStore } from '../../../src/referral/store/store-port.ts';
import { anAccepting } from '../../support/referral/accepting.ts';
import { someAnswers } from '../../support/referral/some-answers.ts';

let accepting: Awaited<ReturnType<typeof anAccepting>>;
beforeEach(async () => {
  accepting = await anAccepting();
});
afterEach(() => accepting.discard());

describe('when accepting fails', () => {
  test('a letter that cannot be made stores nothing, and no word of it is logged', async () => {
    const accept = accepting.with({
      renderLetter: ({ answers }) => {
        throw new Error(answers.fullName);
      },
    });

    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ kind: 'not-saved' });
    expect((await accepting.store.counts()).accepted).toBe(0);
    expect(accepting.events).toEqual(['{"event":"referral.letter-not-made"}']);
  });

  test('says "not saved" only where the store proves it', async () => {
    expect(await failing('not-stored')).toEqual({ kind: 'not-saved' });
    expect(await failing('unknown')).toEqual({ kind: 'cannot-tell' });
    expect(await failing(new Error('of our own'))).toEqual({ kind: 'cannot-tell' });
    expect(accepting.events.map((event) => JSON.parse(event))).toEqual([
      { event: 'referral.not-stored', reason: 'full', effect: 'not-stored' },
      { event: 'referral.not-stored', reason: 'full', effect: 'unknown' },
      { event: 'referral.not-stored', reason: 'other', effect: 'unknown' },
    ]);
  });

  test('does not say "not saved" of a form that may be stored', async () => {
    const told: DatabaseFaultEffect[] = ['unknown', 'not-stored'];
    const broken = breaking(() => new StoreFault('input-output', told.shift() ?? 'not-stored'));
    const accept = accepting.with({ openStore: async () => broken });

    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ kind: 'cannot-tell' });
    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ kind: 'cannot-tell' });
    expect(await accept(someAnswers(), 'form-2', 'en')).toEqual({ kind: 'not-saved' });
  });

  test('still names a form that was saved before, on a disk that takes no more', async () => {
    const first = await accepting.with()(someAnswers(), 'form-1', 'en');
    const broken = breaking(() => new StoreFault('full', 'not-stored'));
    const accept = accepting.with({ openStore: async () => broken });

    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({
      ...first,
      repeated: true,
      mayDiffer: true,
    });
    expect(await accept(someAnswers(), 'form-2', 'en')).toEqual({ kind: 'not-saved' });
  });

  test('a store that cannot be opened saves nothing', async () => {
    const accept = accepting.with({
      openStore: () => Promise.reject(new StoreFault('unreachable', 'not-stored')),
    });

    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ kind: 'not-saved' });
  });

  function breaking(fault: () => Error): ReferralStore {
    return { ...accepting.store, insertReferral: () => Promise.reject(fault()) };
  }

  function failing(effect: DatabaseFaultEffect | Error) {
    const fault = effect instanceof Error ? effect : new StoreFault('full', effect);
    return accepting.with({ openStore: async () => breaking(() => fault) })(
      someAnswers(),
      `form-${String(effect)}`,
      'en',
    );
  }
});
