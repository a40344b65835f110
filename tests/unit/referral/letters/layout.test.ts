import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toParagraphs } from '../../../../src/referral/form/typed-text.ts';
import { quoted } from '../../../../src/referral/letters/layout.ts';

describe('a quotation', () => {
  test('breaks a long line at a space, never within a number or a word', () => {
    const number = '020 7946 0102';
    const text = `${'word '.repeat(13)}${number} ${'x'.repeat(90)} end`;

    expect(quoted(text)?.split('\n')).toEqual([
      `  > ${'word '.repeat(13).trim()}`,
      `  >   ${number}`,
      `  >   ${'x'.repeat(90)}`,
      '  >   end',
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
        const typed = words.join(' ');
        const lines = (quoted(typed) ?? '').split('\n');

        expect(lines.every((line) => line === '' || /^ {2}>( |$)/.test(line))).toBe(true);
        expect(unquoted(lines)).toBe(toParagraphs(typed));
      }),
      { numRuns: 2_000, seed: 20261122 },
    );
  });
});

function unquoted(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n {2}> {3}/g, ' ')
    .replace(/^ {2}> ?/gm, '');
}
