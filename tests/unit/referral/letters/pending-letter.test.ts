import { expect, test } from 'vitest';
import { randomness } from '../../../../src/platform/secrets/randomness.ts';
import { createSealing } from '../../../../src/platform/secrets/sealing.ts';
import { parseLetterText } from '../../../../src/referral/letters/letter-text.ts';
import { toPendingLetter } from '../../../../src/referral/letters/pending-letter.ts';

const sealing = createSealing(Buffer.alloc(32, 'k'));
const parts = { sealing, randomness, mailDomain: 'directory.example' };
const letter = {
  id: 'alert-mail-2026-11-22',
  kind: 'alert',
  at: 1_795_000_000_000,
  destination: { to: 'operator' },
  subject: 'A subject',
  text: 'What it says.\n',
} as const;

test('a letter waits to be sent at once, and only its sealed text says what is in it and where it goes', () => {
  const { payload, wrappedKey, ...open } = toPendingLetter(parts, letter);

  expect(open).toMatchObject({ state: 'pending', attempts: 0, createdAt: letter.at });
  expect(JSON.stringify(open)).not.toMatch(/operator|subject|says/);
  if (!payload || !wrappedKey) throw new Error('It is not sealed.');
  const opened = sealing.open(letter.id, { payload, wrappedKey });
  const { destination, subject, text } = letter;
  expect(parseLetterText(opened ?? '')).toEqual({ version: 1, destination, subject, text });
});

test('nobody can guess the name that it is sent by', () => {
  const names = [1, 2].map(() => toPendingLetter(parts, letter).messageId);

  expect(names[0]).toMatch(/^<[\w-]{22}@directory\.example>$/);
  expect(names[0]).not.toBe(names[1]);
});
