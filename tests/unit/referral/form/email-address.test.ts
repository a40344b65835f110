import { describe, expect, test } from 'vitest';
import { parseEmail } from '../../../../src/referral/form/email-address.ts';

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
