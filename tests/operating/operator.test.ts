/**
 * Covers src/platform/operator-name.ts, src/referral/operator/count-by-month.ts,
 * src/referral/operator/describe-referral.ts, src/referral/operator/list-referrals.ts, src/referral/operator/operator-command.ts,
 * src/referral/operator/operator-result.ts, src/referral/operator/operator.ts.
 */
import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toLondon } from '../../src/i18n/london.ts';
import { randomness } from '../../src/platform/secrets/randomness.ts';
import { aStore } from '../support/referral/a-store.ts';
import { anOperator, HOUR_AGO, OPERATOR, TOMORROW } from '../support/referral/an-operator.ts';

const canary = 'Test Person Canary4417';
const { dataDir, discard, letterOf, referrals, referralsInShell, stores } = anOperator(
  `${canary}\nlonely\n`,
);
const because = ['--reason', 'the team asked for it'];

const atTeam = { state: 'handed-over', handedOverAt: HOUR_AGO, sentToTeam: 'borough' } as const;

beforeAll(async () => {
  await stores('SP-AAAA-3333', { state: 'pending', dueAt: TOMORROW });
  await stores('SP-AAAA-4444', { state: 'needs-human', lastOutcome: 'refused:recipient' });
  await stores('SP-AAAA-7777', atTeam);
  await stores('SP-AAAA-9999', atTeam, { escalatedAt: HOUR_AGO });
});
afterAll(discard);

test('the list names what waits or needs a person, and nothing that somebody wrote', async () => {
  const { code, out } = await referrals('list');

  expect(code).toBe(0);
  expect(out).toMatch(/SP-AAAA-4444 +\d+ (min|h|days) +needs-human +network-2 +refused:recipient/);
  expect(out).toContain('SP-AAAA-3333');
  expect(out).not.toContain('SP-AAAA-7777');
  expect(out).not.toContain(canary);
});

test('the list names what was handed over and nobody confirmed, once its fallback was told', async () => {
  const { out } = await referrals('list');

  expect(out).toMatch(/SP-AAAA-9999 +\d+ (min|h|days) +not-confirmed +borough/);
});

test('the whole list names those that were handed over too', async () => {
  expect((await referrals('list', '--all')).out).toMatch(/SP-AAAA-7777 .* handed-over +borough/);
});

describe('show', () => {
  test('tells how far a referral is without what the person wrote', async () => {
    const { code, out } = await referrals('show', 'sp aaaa 4444');

    expect(code).toBe(0);
    expect(out).toContain('refused:recipient');
    expect(out).not.toContain(canary);
  });

  test('tells how long the text of one that was handed over is kept', async () => {
    const { out } = await referrals('show', 'SP-AAAA-7777');

    expect(out).toContain('Its text is kept: nobody confirmed it');
  });

  test('shows what the person wrote for a reason, and writes down who looked', async () => {
    const { out } = await referrals('show', 'SP-AAAA-4444', ...because);

    expect(out).toContain(canary);
    expect(out).toContain(`show, by ${OPERATOR}: the team asked for it`);
  });

  test('cannot be made to steer the terminal', async () => {
    const { out } = await referrals('show', 'SP-AAAA-4444', '--reason', 'because \u001b[2J of it');

    expect(out).not.toContain('\u001b');
  });
});

test('figures are by month and team, and hold no reference', async () => {
  const { code, out } = await referrals('export-counts');

  expect(code).toBe(0);
  expect(out).toMatch(/^month,team,accepted,/);
  const month = toLondon(HOUR_AGO).date.slice(0, 7);
  expect(out).toMatch(new RegExp(`^${month},network-2,\\d+,`, 'm'));
  expect(out).not.toMatch(/SP-/);
});

test('counts tell how many wait and need a person, and name nobody', async () => {
  const { code, out } = await referrals('counts');

  expect(code).toBe(0);
  expect(out).toMatch(/^waiting +1$/m);
  expect(out).toMatch(/^needs a person +1$/m);
  expect(out).toMatch(/^handed over +2$/m);
  expect(out).not.toMatch(/SP-|Canary/);
});

test('times are by team, of no fewer than five, and hold no reference', async () => {
  const { code, out } = await referrals('times');

  expect(code).toBe(0);
  expect(out).toContain('network-2: fewer than 5 accepted');
  expect(out).not.toMatch(/SP-/);
});

test('what a team said became of a referral is shown with its time, and counted at the end of a row', async () => {
  await stores('SP-AAAA-6666', atTeam, { acknowledgedAt: HOUR_AGO });
  const { store, database } = await aStore({ dataDir });
  const acknowledgementHash = randomness.hash('link-of-SP-AAAA-6666');
  const said = { kind: 'passed-to-service', saidAt: HOUR_AGO, sameSince: HOUR_AGO } as const;
  await store.addOutcome({ acknowledgementHash, ...said });
  await database.close();

  expect((await referrals('show', 'SP-AAAA-6666')).out).toMatch(
    /The team said "passed-to-service": \d{4}-\d\d-\d\d/,
  );
  const { out } = await referrals('export-counts');
  expect(out).toMatch(/,withdrawn,spoken,not-reached,passed-on$/m);
  expect(out).toMatch(/,borough,.*,0,0,1$/m);
});

describe('what cannot be done is said, and nothing is changed', () => {
  test.each([
    [1, /no referral SP-AAAA-2222/, ['show', 'SP-AAAA-2222']],
    [1, /is not a reference/, ['show', 'Fatima']],
    [2, /needs --reason/, ['retry', 'SP-AAAA-4444']],
    [2, /^The reason "ok" is too short/m, ['shred', 'SP-AAAA-4444', '--reason', 'ok']],
    [2, /a reference and a team/, ['redirect', 'SP-AAAA-4444', ...because]],
    [2, /no command "delete"/, ['delete', 'SP-AAAA-4444']],
    [2, /unknown option/i, ['list', '--quickly']],
  ])('with exit code %i: %s', async (expected, why, words) => {
    const { code, err, out } = await referrals(...words);

    expect(code).toBe(expected);
    expect(err).toMatch(why);
    expect(out).toBe('');
  });
});

test('a backup is put back with what waited left for a person', async () => {
  const file = `${dataDir}/copy.db`;
  expect(await referrals('backup', file)).toMatchObject({ code: 0, err: '' });

  const restored = await referrals('restore', file);

  expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(/\d referrals are back/) });
  expect((await letterOf('SP-AAAA-3333')).state).toBe('needs-human');
});

test('a backup that is not there is not put back', async () => {
  expect(await referrals('restore', `${dataDir}/nothing.db`)).toMatchObject({ code: 1, out: '' });
});

test('--help tells every command', async () => {
  const { code, out } = await referrals('--help');

  expect(code).toBe(0);
  for (const word of ['list', 'show', 'retry', 'redirect', 'delivered', 'bounced', 'shred']) {
    expect(out).toContain(`  ${word} `);
  }
});

describe('typed into a shell', () => {
  test('a command answers on standard output, with the name of who typed it', async () => {
    const { code, out } = await referralsInShell(['show', 'SP-AAAA-3333', ...because]);

    expect(code).toBe(0);
    expect(out).toContain(`show, by ${userInfo().username}: the team asked for it`);
  });

  test('what is not done is said on standard error, with its exit code', async () => {
    const { code, out, err } = await referralsInShell(['retry', 'SP-AAAA-2222', ...because]);

    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('no referral SP-AAAA-2222');
  });

  test('with exit code 3 if a setting cannot be used', async () => {
    const { code, err } = await referralsInShell(['list'], { REFERRAL_KEY: 'bm90IGEga2V5' });

    expect(code).toBe(3);
    expect(err).toContain('REFERRAL_KEY: expected 32 bytes');
  });
});
