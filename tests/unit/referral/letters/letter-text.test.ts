import { describe, expect, test } from 'vitest';
import type { LetterText } from '../../../../src/referral/letters/letter.ts';
import { parseLetterText } from '../../../../src/referral/letters/letter-text.ts';

const letter: LetterText = {
  version: 1,
  destination: { to: 'practice', practice: 'F84001' },
  subject: 'New self-referral SP-7K3M-9QXT',
  text: 'GP practice: Bow Practice\n> নাম\n',
};

describe('a stored letter', () => {
  test.each<LetterText['destination']>([
    { to: 'practice', practice: 'not-sure' },
    { to: 'team', team: 'north' },
    { to: 'borough' },
    { to: 'operator' },
    { to: 'editors' },
    { to: 'resident', address: 'test.person.one@home.example' },
    { to: 'resident', address: "o'neil&sons@home.example" },
  ])('to $to is read as it was written', (destination) => {
    const stored = { ...letter, destination };

    expect(parseLetterText(JSON.stringify(stored))).toEqual(stored);
  });

  // As written by the first release; must stay readable for as long as such a letter may wait.
  test('of version 1 is read, byte for byte', () => {
    const stored =
      '{"version":1,"destination":{"to":"practice","practice":"F84001"},"subject":"New self-referral SP-7K3M-9QXT","text":"GP practice: Bow Practice (ODS code F84001)\\n> \\u09a8\\u09be\\u09ae\\n"}';

    expect(parseLetterText(stored)).toEqual({
      version: 1,
      destination: { to: 'practice', practice: 'F84001' },
      subject: 'New self-referral SP-7K3M-9QXT',
      text: 'GP practice: Bow Practice (ODS code F84001)\n> নাম\n',
    });
  });

  test.each([
    ['of another version', { ...letter, version: 2 }],
    ['without a version', { ...letter, version: undefined }],
    ['without its text', { ...letter, text: undefined }],
    ['with an empty text', { ...letter, text: '' }],
    ['with a part that this code does not know', { ...letter, attachment: 'x' }],
    ['to nobody', { ...letter, destination: undefined }],
    ['to somebody of a new kind', { ...letter, destination: { to: 'elsewhere' } }],
    ['to two mailboxes', { ...letter, destination: { to: 'resident', address: 'a@b.uk,c@d.uk' } }],
    ['with a line break in its subject', { ...letter, subject: 'a\r\nBcc: b@c.example' }],
    ['that is a list', [letter]],
    ['that is null', null],
  ])('%s needs a person, and is never sent with gaps', (_what, stored) => {
    expect(parseLetterText(JSON.stringify(stored))).toBeUndefined();
  });

  test.each(['', '{', 'null', JSON.stringify(letter).slice(0, -1)])(
    'that is torn (%j) needs a person',
    (json) => {
      expect(parseLetterText(json)).toBeUndefined();
    },
  );
});
