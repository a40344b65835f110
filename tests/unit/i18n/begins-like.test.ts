import { describe, expect, test } from 'vitest';
import { beginsLike } from '../../../src/i18n/begins-like.ts';

describe('a text begins like the words typed', () => {
  test('in any order of words and any case', () => {
    expect(beginsLike('Mental wellbeing', 'WELL men')).toBe(true);
    expect(beginsLike('Mental wellbeing', 'being')).toBe(false);
    expect(beginsLike('Mental wellbeing', 'mental health')).toBe(false);
  });

  test('in Bengali, where vowel signs count and joiners do not', () => {
    expect(beginsLike('একাকীত্ব', 'একাকী')).toBe(true);
    expect(beginsLike('একাকীত্ব', 'একাকা')).toBe(false);
    expect(beginsLike('একাকীত্ব', 'একাকী\u200cত্ব')).toBe(true);
  });

  test('with or without accents and apostrophes', () => {
    expect(beginsLike('Café Women’s Group', 'cafe womens')).toBe(true);
    expect(beginsLike('Women’s Group', 'women‘s')).toBe(true);
  });

  test('never like marks alone', () => {
    expect(beginsLike('Food', ' – ')).toBe(false);
  });
});
