import { describe, expect, test } from 'vitest';
import { suggestEmail } from '../../../../src/referral/form/suggest-email.ts';

describe('where an e-mail address is more likely another', () => {
  test.each([
    ['test@gmail.con', 'test@gmail.com'],
    ['test@gmial.com', 'test@gmail.com'],
    ['Test.One@Gmial.com', 'Test.One@gmail.com'],
    ['test@gmail.co', 'test@gmail.com'],
    ['test@gmail.co.uk', 'test@gmail.com'],
    ['test@gmai.con', 'test@gmail.com'],
    ['test@hotmial.co.uk', 'test@hotmail.co.uk'],
    ['test@yaho.com', 'test@yahoo.com'],
    ['test@outlok.com', 'test@outlook.com'],
    ['test@person.con', 'test@person.com'],
    ['test@person.couk', 'test@person.co.uk'],
    ['test@person.example.', 'test@person.example'],
    ['test@person.example, ', 'test@person.example'],
    ['test @ person.example', 'test@person.example'],
    ['test@person,example', 'test@person.example'],
    ['test@person..example', 'test@person.example'],
    ['test@@person.example', 'test@person.example'],
    ['mailto:test@person.example', 'test@person.example'],
  ])('%s, it is %s', (typed, suggestion) => {
    expect(suggestEmail(typed)).toBe(suggestion);
  });

  test.each([
    'test@gmail.com',
    'TEST@GMAIL.COM',
    'test@googlemail.com',
    'test@ymail.com',
    'test@email.com',
    'test@mail.com',
    'test@hotmail.co.uk',
    'test@yahoo.fr',
    'test@person.example',
    'test@person.co',
    'test@person.om',
    'test@conpany.example',
    'test@icon.example',
    'not an address',
    'test@',
    '@gmail.con',
    'test@person.example, other@person.example',
  ])('%s, nothing is said', (typed) => {
    expect(suggestEmail(typed)).toBeUndefined();
  });
});
