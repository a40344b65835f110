import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanParagraphs } from '../../../../src/referral/letters/clean-text.ts';
import { quoted } from '../../../../src/referral/letters/layout.ts';

describe('what somebody typed', () => {
  test.each([
    [
      'line breaks of every kind become one kind',
      'a\r\nb\rc\u2028d\u2029e\u0085f\vg',
      'a\nb\nc\nd\ne\nf\ng',
    ],
    ['controls go', 'a\0b\u0007c\u001bd\u007fe\u009ff', 'abcdef'],
    ['a tab is a space', 'a\tb', 'a b'],
    ['marks of direction go', '\u202eevil\u202c \u2066x\u2069 \u200f\u061cy', 'evil x y'],
    ['spaces of no width go', 'a\u200bb\ufeffc\u2060d\u00ade', 'abcde'],
    ['half of a character becomes a sign for it', 'a\ud800b', 'a\ufffdb'],
    ['joiners stay where Bengali spells with them', 'র‌্যাম ক্‍ষ', 'র‌্যাম ক্‍ষ'],
    ['joiners stay within an emoji', '👩‍🦽', '👩‍🦽'],
    ['joiners between Latin letters go', 'a\u200db\u200c\u200dc\u200d', 'abc'],
    ['many empty lines are one', ' a \n\n\n\n b ', 'a\n\nb'],
    [
      'Arabic, accents and signs stay',
      'فاطمة Zoë ½ <b>&amp;</b> {{x}} $t(y)',
      'فاطمة Zoë ½ <b>&amp;</b> {{x}} $t(y)',
    ],
  ])('%s', (_what, typed, expected) => {
    expect(cleanParagraphs(typed)).toBe(expected);
  });

  test('is put on one line where there is one', () => {
    expect(cleanLine('Test\nPhone: 999\r\n\r\nPerson')).toBe('Test Phone: 999 Person');
  });
});

describe('a quotation', () => {
  test('breaks a long line at a space, never within a number or a word', () => {
    const number = '020 7946 0102';
    const text = `${'word '.repeat(13)}${number} ${'x'.repeat(90)} end`;

    expect(quoted(text)?.split('\n')).toEqual([
      `> ${'word '.repeat(13).trim()}`,
      `>   ${number}`,
      `>   ${'x'.repeat(90)}`,
      '>   end',
    ]);
  });

  test('of nothing that can be read is nothing', () => {
    expect(quoted(' \u200b\n\u202e ')).toBeUndefined();
  });

  test('gives back exactly what was typed, once its marks are taken off', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('020 7946 0101', '> ', '>   ', 'নাম', '\n', '  ', 'x'.repeat(80)),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const typed = cleanParagraphs(words.join(' '));
        const lines = (quoted(typed) ?? '').split('\n');

        expect(lines.every((line) => line === '' || /^>( |$)/.test(line))).toBe(true);
        expect(unquoted(lines)).toBe(typed);
      }),
      { numRuns: 2_000, seed: 20261122 },
    );
  });
});

function unquoted(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n> {3}/g, ' ')
    .replace(/^> ?/gm, '');
}
