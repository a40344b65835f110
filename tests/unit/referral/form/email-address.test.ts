import { describe, expect, test } from 'vitest';
import { parseEmail, suggestEmail } from '../../../../src/referral/form/email-address.ts';

describe('an e-mail address', () => {
  test.each([
    'test@person.example',
    'test.person+tag@mail.person.example',
    "o'test@person.example",
    'TEST@PERSON.EXAMPLE',
    'a@b.uk',
    'test_1@123.example',
    'test@xn--bcher-kva.example',
    `${'a'.repeat(64)}@person.example`,
  ])('%s is one', (typed) => {
    expect(parseEmail(typed)).toBe(typed);
  });

  test('may have spaces around it', () => {
    expect(parseEmail('  test@person.example\n')).toBe('test@person.example');
  });

  test.each([
    '',
    'test',
    '@person.example',
    'test@',
    'test@person',
    'test@@person.example',
    'test@person..example',
    '.test@person.example',
    'test.@person.example',
    'te st@person.example',
    'test@-person.example',
    'test@person.example.',
    'Test <test@person.example>',
    'test@person.example,other@person.example',
    'test@person.example\r\nBcc: other@person.example',
    'test@[127.0.0.1]',
    'test@127.0.0.1',
    '"test"@person.example',
    'টেস্ট@person.example',
    `${'a'.repeat(65)}@person.example`,
    `test@${'a.'.repeat(130)}example`,
  ])('%j is none', (typed) => {
    expect(parseEmail(typed)).toBeUndefined();
  });
});

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
