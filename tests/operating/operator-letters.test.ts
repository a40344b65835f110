/** Covers src/referral/operator/rewrite-letter.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomness } from '../../src/platform/secrets/randomness.ts';
import { anOperator, HOUR_AGO, OPERATOR, TOMORROW } from '../support/referral/an-operator.ts';

const { discard, letterOf, referralOf, referrals, stores, textOf } = anOperator('lonely\n');
const because = ['--reason', 'the team asked for it'];

beforeAll(async () => {
  await stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
  await stores('SP-AAAA-4444', { state: 'needs-human', lastOutcome: 'refused:recipient' });
  await stores('SP-AAAA-6666', { state: 'needs-human' });
  const atTeam = { state: 'handed-over', handedOverAt: HOUR_AGO, sentToTeam: 'borough' } as const;
  await stores('SP-AAAA-7777', atTeam);
  await stores('SP-AAAA-CCCC', atTeam);
  // As it stands where its text was read just before a timer destroyed it.
  await stores('SP-CCCC-7777', { ...atTeam, shreddedAt: HOUR_AGO + 1 });
  await stores('SP-AAAA-DDDD', {
    ...atTeam,
    payload: null,
    wrappedKey: null,
    shreddedAt: HOUR_AGO + 1,
  });
  await stores('SP-CCCC-4444', { state: 'needs-human', lastOutcome: 'restored' });
  await stores('SP-CCCC-5555', { state: 'needs-human', lastOutcome: 'restored' });
  await stores('SP-CCCC-6666', { state: 'maybe-sent', dueAt: TOMORROW });
  await stores('SP-AAAA-9999', { state: 'needs-human' });
  await stores('SP-CCCC-3333', { state: 'sending', leaseOwner: 'worker', leaseUntil: TOMORROW });
});
afterAll(discard);

describe('retry', () => {
  test('writes a letter that needs a person anew, so that no mail server drops it', async () => {
    const before = await letterOf('SP-AAAA-4444');
    const { code } = await referrals('retry', 'SP-AAAA-4444', ...because);
    const after = await letterOf('SP-AAAA-4444');

    expect(code).toBe(0);
    expect(after).toMatchObject({ state: 'pending', attempts: 0, lastOutcome: null });
    expect(after.messageId).not.toBe(before.messageId);
    expect(after.datedAt).not.toBe(before.datedAt);
    expect(after.dueAt).toBeLessThanOrEqual(Date.now());
  });

  test.each([
    ['that waits', 'SP-AAAA-3333'],
    ['of a backup', 'SP-CCCC-4444'],
  ])(
    'leaves a letter %s as it is but for the moment: it may have arrived',
    async (_w, reference) => {
      const before = await letterOf(reference);
      await referrals('retry', reference, ...because);
      const after = await letterOf(reference);

      expect(after.state).toBe('pending');
      expect(after.dueAt).toBeLessThanOrEqual(Date.now());
      expect([after.messageId, after.datedAt]).toEqual([before.messageId, before.datedAt]);
    },
  );

  test.each([
    ['SP-AAAA-7777', /was handed over.*bounced SP-AAAA-7777/],
    ['SP-CCCC-3333', /on its way at this moment/],
  ])('leaves %s alone and says why', async (reference, why) => {
    const before = await letterOf(reference);
    const { code, err } = await referrals('retry', reference, ...because);

    expect(code).toBe(1);
    expect(err).toMatch(why);
    expect(await letterOf(reference)).toEqual(before);
  });
});

describe('redirect', () => {
  test('sends the same words to another team, as a new letter', async () => {
    const before = await letterOf('SP-AAAA-6666');
    const { code } = await referrals('redirect', 'SP-AAAA-6666', 'borough', ...because);
    const after = await letterOf('SP-AAAA-6666');

    expect(code).toBe(0);
    expect(textOf(after)?.subject).toBe(textOf(before)?.subject);
    expect(textOf(after)?.text).toMatch(/^lonely\n/);
    expect(textOf(after)?.destination).toEqual({ to: 'team', team: 'borough' });
    expect(after).toMatchObject({ state: 'pending', sentToTeam: 'borough' });
    expect(after.messageId).not.toBe(before.messageId);
  });

  test('makes a new link to confirm it, and says why the letter comes; the old one has moved', async () => {
    const before = await referralOf('SP-AAAA-CCCC');
    const linkIn = (text = '') => /\/refer\/received\/([\w-]+)\/$/m.exec(text)?.[1] ?? '';
    const oldLink = linkIn(textOf(await letterOf('SP-AAAA-CCCC'))?.text);
    expect(randomness.hash(oldLink)).toBe(before.acknowledgementHash);

    await referrals('redirect', 'SP-AAAA-CCCC', 'network-1', ...because);

    const text = textOf(await letterOf('SP-AAAA-CCCC'))?.text;
    const after = await referralOf('SP-AAAA-CCCC');
    expect(text).not.toContain(oldLink);
    expect(randomness.hash(linkIn(text))).toBe(after.acknowledgementHash);
    expect(text?.replace(/\s+/g, ' ')).toContain('please confirm it, even if the practice');
    expect(after.acknowledgementHash).not.toBe(before.acknowledgementHash);
  });

  test('of a text that is destroyed in the same moment leaves no mark of that, as it is sent', async () => {
    await referrals('redirect', 'SP-CCCC-7777', 'network-1', ...because);

    expect(await letterOf('SP-CCCC-7777')).toMatchObject({ state: 'pending', shreddedAt: null });
  });

  test('to a team that is not in the routing file changes nothing, and names those that are', async () => {
    const before = await letterOf('SP-AAAA-6666');
    const { code, err } = await referrals('redirect', 'SP-AAAA-6666', 'nobody', ...because);

    expect(code).toBe(1);
    expect(err).toMatch(/no team "nobody".*network-1.*borough/);
    expect(await letterOf('SP-AAAA-6666')).toEqual(before);
  });
});

test('a letter that came back needs a person, and can then be sent elsewhere', async () => {
  const bounced = await referrals('bounced', 'SP-AAAA-7777', ...because);
  expect(bounced.code).toBe(0);
  expect(await letterOf('SP-AAAA-7777')).toMatchObject({ state: 'needs-human' });

  await referrals('redirect', 'SP-AAAA-7777', 'network-1', ...because);

  expect(await letterOf('SP-AAAA-7777')).toMatchObject({ state: 'pending', handedOverAt: null });
});

test('a letter that came back after its text was destroyed is not said to be ready to send', async () => {
  const { code, out } = await referrals('bounced', 'SP-AAAA-DDDD', ...because);

  expect(code).toBe(0);
  expect(out).toContain('cannot be sent again');
  expect(out).not.toMatch(/Next: retry/);
});

describe('delivered', () => {
  test.each([
    ['of a backup', 'SP-CCCC-5555'],
    ['that may have been sent', 'SP-CCCC-6666'],
  ])(
    'a letter %s that the team has is sent no more, and kept as one that arrived',
    async (_what, reference) => {
      const { code, out } = await referrals('delivered', reference, ...because);

      expect(code).toBe(0);
      expect(out).toContain('7 days');
      const letter = await letterOf(reference);
      expect(letter).toMatchObject({ state: 'handed-over', lastOutcome: 'operator-says' });
      expect(letter.sentToTeam).toBe('network-2');
      expect(Date.now() - (letter.handedOverAt ?? 0)).toBeLessThan(60_000);
      const shown = (await referrals('show', reference)).out;
      expect(shown).toMatch(/Confirmed by the team: 20/);
      expect(shown).toContain(`delivered, by ${OPERATOR}: the team asked for it`);
      expect((await referrals('list')).out).not.toContain(reference);
    },
  );

  test('a letter that is on its way is left alone', async () => {
    const { code, err } = await referrals('delivered', 'SP-CCCC-3333', ...because);

    expect(code).toBe(1);
    expect(err).toMatch(/on its way at this moment/);
    expect(await letterOf('SP-CCCC-3333')).toMatchObject({ state: 'sending' });
  });
});

test('shred destroys a text for good; nothing can be sent of it', async () => {
  await referrals('shred', 'SP-AAAA-9999', ...because);
  const retried = await referrals('retry', 'SP-AAAA-9999', ...because);

  expect(await letterOf('SP-AAAA-9999')).toMatchObject({ payload: null, wrappedKey: null });
  expect(retried).toMatchObject({ code: 1, err: expect.stringContaining('was destroyed') });
});
