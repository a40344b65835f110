import { describe, expect, test } from 'vitest';
import { countCharacters, toLine, toParagraphs } from '../../../../src/referral/form/typed-text.ts';

describe('a name stays as it was written', () => {
  test.each([
    'Test Person One',
    'রহিমা খাতুন',
    'ফরহাদ আল‑মামুন',
    'Cabdi Maxamed Cali',
    "Siobhán O'Brien-Ní Cheallaigh",
    'محمد عبد الله',
    '王小明',
    'Nguyễn Thị Hằng',
    'Ψυχή',
    'Ħal Għargħur',
    // Bengali and Persian need marks that join or part their letters.
    'র‍্যাব',
    'می‌خواهم',
    '👩‍👩‍👧‍👦',
    '👩🏽‍🦽',
  ])('%s', (name) => {
    expect(toLine(name)).toBe(name.normalize('NFC'));
  });
});

describe('marks that nobody sees are taken out', () => {
  test.each([
    ['turns the line around', 'Test\u202e Person', 'Test Person'],
    ['isolates', '\u2066Test\u2069', 'Test'],
    ['marks a direction', 'Test\u200f \u200eOne\u061c', 'Test One'],
    ['has no width', 'Te\u200bst\ufeff\u2060', 'Test'],
    ['is a soft hyphen', 'Te\u00adst', 'Test'],
    ['joins where nothing is joined', 'Te\u200dst\u200c', 'Test'],
    ['is a control', 'Te\u0000s\u0007t\u001b[31m\u007f\u009b', 'Tes t[31m'.replace(' ', '')],
    ['is a tag', 'Test\u{e0041}\u{e007f}', 'Test'],
    ['is half a letter', 'Test\ud800', 'Test\ufffd'],
  ])('what %s', (_what, typed, kept) => {
    expect(toLine(typed)).toBe(kept);
  });
});

test('one line is one line, whatever breaks it', () => {
  expect(toLine('  a\r\nb\tc\u2028d\u00a0e\u0085f  ')).toBe('a b c d e f');
});

test('letters that are written in two ways are the same', () => {
  expect(toLine('Zoe\u0308')).toBe(toLine('Zo\u00eb'));
  expect(toLine('\u09a1\u09bc')).toBe('\u09a1\u09bc'.normalize('NFC'));
});

test('paragraphs keep their lines, with at most one empty one between', () => {
  expect(toParagraphs('\n\n one \r\n two\r\rthree\n\n\n\nfour\u2029five\n ')).toBe(
    'one\ntwo\n\nthree\n\nfour\nfive',
  );
});

test('paragraphs lose what could be taken for a header of a letter only in a line of its own', () => {
  expect(toParagraphs('Subject: x\0\r\nBcc: y')).toBe('Subject: x\nBcc: y');
});

test('an emoji counts as one character', () => {
  expect(countCharacters('a😀')).toBe(2);
});
