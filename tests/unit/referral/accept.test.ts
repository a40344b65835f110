import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { randomness } from '../../../src/platform/randomness.ts';
import { createSealing } from '../../../src/platform/sealing.ts';
import { type AcceptParts, createAccept } from '../../../src/referral/accept.ts';
import { StoreFault, type StoreFaultEffect } from '../../../src/referral/store-fault.ts';
import type { ReferralStore } from '../../../src/referral/store-port.ts';
import { aRouting } from '../../support/a-routing.ts';
import { aStore, NOON, type OpenedStore } from '../../support/a-store.ts';
import { someAnswers } from '../../support/some-answers.ts';

const sealing = createSealing(randomBytes(32));
let opened: OpenedStore;
let store: ReferralStore;
let events: string[];
let accepted: number[];
beforeEach(async () => {
  opened = await aStore();
  store = opened.store;
  events = [];
  accepted = [];
});
afterEach(() => opened.discard());

function accepting(changes: Partial<AcceptParts> = {}) {
  return createAccept({
    openStore: async () => store,
    ...{ sealing, randomness, routing: () => aRouting(), now: () => NOON },
    log: { error: (event, facts) => events.push(JSON.stringify({ event, ...facts })) },
    noteAccepted: (sequence) => accepted.push(sequence),
    siteUrl: new URL('https://directory.example'),
    mailDomain: 'directory.example',
    renderLetter: ({ answers, acknowledgeUrl }) => ({
      subject: 'to the team',
      text: `${answers.fullName} ${acknowledgeUrl}`,
    }),
    renderCopy: ({ statusUrl, team }) => ({ subject: 'copy', text: `${statusUrl} ${team.id}` }),
    ...changes,
  });
}

async function readLetters() {
  const [referral] = await store.listReferrals({ limit: 1 });
  const letters = await store.findLetters(referral?.sequence ?? 0);
  return letters.map((letter) => {
    const { payload, wrappedKey } = letter;
    if (!payload || !wrappedKey) throw new Error('no text');
    const text = JSON.parse(sealing.open(letter.id, { payload, wrappedKey }) ?? '');
    return { ...letter, text };
  });
}

describe('accepting a referral', () => {
  test('stores it with its sealed letter, and says under which reference', async () => {
    const outcome = await accepting()(someAnswers(), 'form-1', 'bn');

    const [referral] = await store.listReferrals({ limit: 2 });
    expect(outcome).toEqual({
      ...{ kind: 'saved', repeated: false },
      ...{ reference: referral?.reference, statusToken: referral?.statusToken },
    });
    expect(referral).toMatchObject({
      ...{ locale: 'bn', practice: 'F84001', acceptedAt: NOON, acknowledgedAt: null },
      ...{ teamAtAccept: 'north', routeVersionAtAccept: 'v1' },
    });
    const [letter, ...others] = await readLetters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      ...{ kind: 'referral', state: 'pending', dueAt: NOON, datedAt: NOON, attempts: 0 },
      text: { version: 1, destination: { to: 'practice', practice: 'F84001' } },
    });
    expect(letter?.messageId).toMatch(/^<[\w-]{22}@directory\.example>$/);
    expect(accepted).toEqual([referral?.sequence]);
    expect(events).toEqual([]);
  });

  test('puts a link into the letter that only its hash in the store can be checked against', async () => {
    await accepting()(someAnswers(), 'form-1', 'so');

    const [letter] = await readLetters();
    const token = /https:\/\/directory\.example\/refer\/received\/([\w-]{22})\//.exec(
      letter?.text.text,
    )?.[1];
    const acknowledgementHash = randomness.hash(token ?? '');
    expect(await store.findReferral({ acknowledgementHash })).toBeDefined();
  });

  test.each([
    [true, 'test.one@home.example', ['referral', 'resident-copy']],
    [true, undefined, ['referral']],
    [false, 'test.one@home.example', ['referral']],
  ])(
    'owes a copy to the resident if asked for (%s) and possible (%s)',
    async (emailCopy, email, kinds) => {
      await accepting()(someAnswers({ emailCopy, email }), 'form-1', 'bn');

      const letters = await readLetters();
      expect(letters.map(({ kind }) => kind).toSorted()).toEqual(kinds);
      const copy = letters.find(({ kind }) => kind === 'resident-copy');
      if (copy) {
        const [referral] = await store.listReferrals({ limit: 1 });
        expect(copy.text).toEqual({
          ...{ version: 1, destination: { to: 'resident', address: email }, subject: 'copy' },
          text: `https://directory.example/bn/refer/status/${referral?.statusToken}/ north`,
        });
      }
    },
  );

  test('counts a form once, however often it is sent and whatever it then says', async () => {
    const accept = accepting();
    const first = await accept(someAnswers(), 'form-1', 'en');
    const again = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        accept(someAnswers({ summary: `edited ${index}` }), 'form-1', 'en'),
      ),
    );

    expect(first).toMatchObject({ kind: 'saved', repeated: false });
    expect(new Set(again.map((outcome) => JSON.stringify(outcome)))).toEqual(
      new Set([JSON.stringify({ ...first, repeated: true })]),
    );
    expect((await store.counts()).accepted).toBe(1);
    expect(accepted).toHaveLength(1);
  });

  test('draws another reference where one is taken', async () => {
    const drawn = ['SP-AAAA-AAAA', 'SP-AAAA-AAAA', 'SP-CCCC-CCCC'];
    const accept = accepting({
      randomness: { ...randomness, reference: () => drawn.shift() ?? '' },
    });

    expect(await accept(someAnswers(), 'form-1', 'en')).toMatchObject({
      reference: 'SP-AAAA-AAAA',
    });
    expect(await accept(someAnswers(), 'form-2', 'en')).toMatchObject({
      reference: 'SP-CCCC-CCCC',
    });
  });

  test('gives up where every reference is taken, rather than trying for ever', async () => {
    const accept = accepting({ randomness: { ...randomness, reference: () => 'SP-AAAA-AAAA' } });
    await accept(someAnswers(), 'form-1', 'en');

    expect(await accept(someAnswers(), 'form-2', 'en')).toEqual({ kind: 'not-saved' });
    expect(events).toEqual(['{"event":"referral.no-free-reference"}']);
  });
});

describe('when something fails', () => {
  test('a letter that cannot be made stores nothing, and no word of it is logged', async () => {
    const accept = accepting({
      renderLetter: ({ answers }) => {
        throw new Error(answers.fullName);
      },
    });

    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ kind: 'not-saved' });
    expect((await store.counts()).accepted).toBe(0);
    expect(events).toEqual(['{"event":"referral.letter-not-made"}']);
  });

  test('says "not saved" only where the store proves it', async () => {
    expect(await failing('not-stored')).toEqual({ kind: 'not-saved' });
    expect(await failing('unknown')).toEqual({ kind: 'cannot-tell' });
    expect(await failing(new Error('of our own'))).toEqual({ kind: 'cannot-tell' });
    expect(events.map((event) => JSON.parse(event))).toEqual([
      { event: 'referral.not-stored', reason: 'full', effect: 'not-stored' },
      { event: 'referral.not-stored', reason: 'full', effect: 'unknown' },
      { event: 'referral.not-stored', reason: 'other', effect: 'unknown' },
    ]);
  });

  test('does not say "not saved" of a form that may be stored', async () => {
    const told: StoreFaultEffect[] = ['unknown', 'not-stored'];
    const broken = breaking(() => new StoreFault('input-output', told.shift() ?? 'not-stored'));
    const accept = accepting({ openStore: async () => broken });

    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ kind: 'cannot-tell' });
    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ kind: 'cannot-tell' });
    expect(await accept(someAnswers(), 'form-2', 'en')).toEqual({ kind: 'not-saved' });
  });

  test('still names a form that was saved before, on a disk that takes no more', async () => {
    const first = await accepting()(someAnswers(), 'form-1', 'en');
    const broken = breaking(() => new StoreFault('full', 'not-stored'));
    const accept = accepting({ openStore: async () => broken });

    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ ...first, repeated: true });
    expect(await accept(someAnswers(), 'form-2', 'en')).toEqual({ kind: 'not-saved' });
  });

  test('a store that cannot be opened saves nothing', async () => {
    const accept = accepting({
      openStore: () => Promise.reject(new StoreFault('unreachable', 'not-stored')),
    });

    expect(await accept(someAnswers(), 'form-1', 'en')).toEqual({ kind: 'not-saved' });
  });

  function breaking(fault: () => Error): ReferralStore {
    return { ...store, insertReferral: () => Promise.reject(fault()) };
  }

  function failing(effect: StoreFaultEffect | Error) {
    const fault = effect instanceof Error ? effect : new StoreFault('full', effect);
    return accepting({ openStore: async () => breaking(() => fault) })(
      someAnswers(),
      `form-${String(effect)}`,
      'en',
    );
  }
});
