import { describe, expect, test } from 'vitest';
import { parseEmail, parsePhone } from '../../../../src/referral/form/contact-details.ts';

describe('a phone number', () => {
  test.each([
    ['020 7946 0123', '020 7946 0123'],
    ['02079460123', '020 7946 0123'],
    ['(020) 7946-0123', '020 7946 0123'],
    ['07700 900123', '07700 900123'],
    ['07700.900.123', '07700 900123'],
    ['  07700   900 123 ', '07700 900123'],
    ['+44 7700 900123', '07700 900123'],
    ['+447700900123', '07700 900123'],
    ['+44 (0)20 7946 0123', '020 7946 0123'],
    ['+44 (0) 7700 900123', '07700 900123'],
    ['0044 7700 900123', '07700 900123'],
    ['00 44 20 7946 0123', '020 7946 0123'],
    ['০৭৭০০ ৯০০১২৩', '07700 900123'],
    ['+৪৪ ৭৭০০ ৯০০১২৩', '07700 900123'],
    ['٠٧٧٠٠٩٠٠١٢٣', '07700 900123'],
    ['０７７００９００１２３', '07700 900123'],
    ['07700\u200b900123', '07700 900123'],
    ['01632 96012', '0163 296 012'],
    ['+880 1712 345678', '+8801712345678'],
    ['00880 1712 345678', '+8801712345678'],
    ['+252 61 5551234', '+252615551234'],
    ['020–7946–0123', '020 7946 0123'],
  ])('%s is rung as %s', (typed, phone) => {
    expect(parsePhone(typed)).toBe(phone);
  });

  test.each([
    ['nothing', ''],
    ['words', 'ring me'],
    ['too few digits', '07700 90012'.slice(0, 9)],
    ['no area code', '7946 0123'],
    ['no leading 0', '7700900123'],
    ['one digit too many', '07700 9001234'],
    ['two numbers', '07700 900123 or 07700 900124'],
    ['a short number', '999'],
    ['two zeros', '00'],
    ['only +44', '+44'],
    ['a number that begins with 00 0', '0007700900123'],
    ['a letter in it', '0770O 900123'],
    ['an e-mail address', 'test@person.example'],
    ['an abroad number too long for any phone', '+12345678901234567'],
  ])('with %s cannot be rung', (_what, typed) => {
    expect(parsePhone(typed)).toBeUndefined();
  });
});

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
