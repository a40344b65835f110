import { describe, expect, test } from 'vitest';
import { createSignedTokens } from '../../../../src/platform/secrets/signed-token.ts';
import { PAGE_VALID_MS, readTeamAnswer } from '../../../../src/referral/follow-up/team-answer.ts';

const clock = { now: Date.UTC(2026, 11, 14, 9) };
const tokens = createSignedTokens({
  key: new Uint8Array(32).fill(7),
  validMs: PAGE_VALID_MS,
  now: () => new Date(clock.now),
});

/** A form that was sent so long after its page was opened. */
function sentAfter(ms: number, fields: Record<string, string>) {
  const form = new FormData();
  form.set('opened', tokens.issue());
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  clock.now += ms;
  return readTeamAnswer(form, tokens);
}

const READ = 20_000;

describe('a person who reads the page and answers', () => {
  test.each([
    [{ have: 'yes' }, { kind: 'confirm' }],
    [{ have: 'no' }, { kind: 'not-here' }],
    [
      { say: 'outcome', outcome: 'spoken' },
      { kind: 'outcome', outcome: 'spoken' },
    ],
    [{ say: 'take-back', 'take-back': 'yes' }, { kind: 'take-back' }],
  ])('is heard: %o', (fields, answer) => {
    expect(sentAfter(READ, fields)).toEqual(answer);
    expect(sentAfter(PAGE_VALID_MS - 1, fields)).toEqual(answer);
  });
});

describe('a program', () => {
  test.each([
    [{}, 'confirm'],
    [{ have: 'on' }, 'confirm'],
    [{ say: 'outcome' }, 'outcome'],
    [{ say: 'outcome', have: 'yes' }, 'outcome'],
    [{ say: 'outcome', outcome: 'better' }, 'outcome'],
    [{ say: 'take-back' }, 'take-back'],
  ])('that presses a button and answers nothing says nothing: %o', (fields, about) => {
    expect(sentAfter(READ, fields)).toMatchObject({
      kind: 'asked-again',
      about,
      because: 'missing',
    });
  });

  test.each([
    [{ have: 'yes' }, 'yes'],
    [{ say: 'outcome', outcome: 'not-reached' }, 'not-reached'],
    [{ say: 'take-back', 'take-back': 'yes' }, 'yes'],
  ])(
    'that fills in and presses at once says nothing, and a person presses again: %o',
    (fields, chosen) => {
      expect(sentAfter(2_900, fields)).toMatchObject({ because: 'too-soon', chosen });
      expect(sentAfter(3_000, fields)).not.toHaveProperty('because');
    },
  );

  test('that never opened the page, or made up when, says nothing', () => {
    const opened = tokens.issue();
    clock.now += READ;
    for (const made of ['', 'yes', `${opened}x`, opened.replace(/^../, 'aa')]) {
      const form = new FormData();
      form.set('opened', made);
      form.set('have', 'yes');
      expect(readTeamAnswer(form, tokens)).toMatchObject({ because: 'too-soon' });
    }
    expect(sentAfter(PAGE_VALID_MS + 1, { have: 'yes' })).toMatchObject({ because: 'too-soon' });
  });
});
