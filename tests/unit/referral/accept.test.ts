import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { randomness } from '../../../src/platform/secrets/randomness.ts';
import { NOON } from '../../support/referral/a-store.ts';
import { anAccepting } from '../../support/referral/accepting.ts';
import { someAnswers } from '../../support/referral/some-answers.ts';

let accepting: Awaited<ReturnType<typeof anAccepting>>;
beforeEach(async () => {
  accepting = await anAccepting();
});
afterEach(() => accepting.discard());

describe('accepting a referral', () => {
  test('stores it with its sealed letter, and says under which reference', async () => {
    const outcome = await accepting.with()(someAnswers(), 'form-1', 'bn');

    const [referral] = await accepting.store.listReferrals({ limit: 2 });
    expect(outcome).toEqual({
      kind: 'saved',
      repeated: false,
      mayDiffer: false,
      reference: referral?.reference,
      statusToken: referral?.statusToken,
    });
    expect(referral).toMatchObject({
      locale: 'bn',
      practice: 'F84001',
      acceptedAt: NOON,
      acknowledgedAt: null,
      teamAtAccept: 'north',
      routeVersionAtAccept: 'v1',
    });
    const [letter, ...others] = await accepting.readLetters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'referral',
      state: 'pending',
      dueAt: NOON,
      datedAt: NOON,
      attempts: 0,
      text: { version: 1, destination: { to: 'practice', practice: 'F84001' } },
    });
    expect(letter?.messageId).toMatch(/^<[\w-]{22}@directory\.example>$/);
    expect(accepting.accepted).toEqual([referral?.sequence]);
    expect(accepting.events).toEqual([]);
  });

  test('notes whether a helper asked, and nothing else about them', async () => {
    const helper = { name: 'Test Helper', relationship: 'neighbour', contact: '07700 900123' };
    await accepting.with()(someAnswers(), 'form-1', 'en');
    await accepting.with()(someAnswers({ helper }), 'form-2', 'en');

    const referrals = await accepting.store.listReferrals({ limit: 2 });
    expect(referrals.map(({ askedBy }) => askedBy)).toEqual(['helper', 'self']);
    expect(JSON.stringify(referrals)).not.toMatch(/Test Helper|neighbour|900123/);
  });

  test('puts a link into the letter that only its hash in the store can be checked against', async () => {
    await accepting.with()(someAnswers(), 'form-1', 'so');

    const [letter] = await accepting.readLetters();
    const token = /https:\/\/directory\.example\/refer\/received\/([\w-]{22})\//.exec(
      letter?.text.text,
    )?.[1];
    const acknowledgementHash = randomness.hash(token ?? '');
    expect(await accepting.store.findReferral({ acknowledgementHash })).toBeDefined();
  });

  test.each([
    [true, 'test.one@home.example', ['referral', 'resident-copy']],
    [true, undefined, ['referral']],
    [false, 'test.one@home.example', ['referral']],
  ])(
    'owes a copy to the resident if asked for (%s) and possible (%s)',
    async (emailCopy, email, kinds) => {
      await accepting.with()(someAnswers({ emailCopy, email }), 'form-1', 'bn');

      const letters = await accepting.readLetters();
      expect(letters.map(({ kind }) => kind).toSorted()).toEqual(kinds);
      const copy = letters.find(({ kind }) => kind === 'resident-copy');
      if (copy) {
        const [referral] = await accepting.store.listReferrals({ limit: 1 });
        expect(copy.text).toEqual({
          version: 1,
          destination: { to: 'resident', address: email },
          subject: 'copy',
          text: `https://directory.example/bn/refer/status/${referral?.statusToken}/ north`,
        });
      }
    },
  );

  test('counts a form once, however often it is sent and whatever it then says', async () => {
    const accept = accepting.with();
    const first = await accept(someAnswers(), 'form-1', 'en');
    const again = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        accept(someAnswers({ summary: `edited ${index}` }), 'form-1', 'en'),
      ),
    );

    expect(first).toMatchObject({ kind: 'saved', repeated: false });
    expect(new Set(again.map((outcome) => JSON.stringify(outcome)))).toEqual(
      new Set([JSON.stringify({ ...first, repeated: true, mayDiffer: true })]),
    );
    expect((await accepting.store.counts()).accepted).toBe(1);
    expect(accepting.accepted).toHaveLength(1);
  });

  test('knows the same form pressed fifty times from one that says something else', async () => {
    const accept = accepting.with();
    const press = (changes: object = {}) => accept(someAnswers(changes), 'form-1', 'en');
    const first = await Promise.all(Array.from({ length: 50 }, () => press()));

    expect(first.filter((outcome) => !('mayDiffer' in outcome) || outcome.mayDiffer)).toEqual([]);
    expect(await press({ summary: 'edited' })).toMatchObject({ repeated: true, mayDiffer: true });
    expect(await press()).toMatchObject({ repeated: true, mayDiffer: false });
  });

  test('takes it for something else where another process stored it', async () => {
    await accepting.with()(someAnswers(), 'form-1', 'en');

    expect(await accepting.with()(someAnswers(), 'form-1', 'en')).toMatchObject({
      repeated: true,
      mayDiffer: true,
    });
  });

  test('draws another reference where one is taken', async () => {
    const drawn = ['SP-AAAA-AAAA', 'SP-AAAA-AAAA', 'SP-CCCC-CCCC'];
    const accept = accepting.with({
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
    const accept = accepting.with({
      randomness: { ...randomness, reference: () => 'SP-AAAA-AAAA' },
    });
    await accept(someAnswers(), 'form-1', 'en');

    expect(await accept(someAnswers(), 'form-2', 'en')).toEqual({ kind: 'not-saved' });
    expect(accepting.events).toEqual(['{"event":"referral.no-free-reference"}']);
  });
});
