import { describe, expect, test } from 'vitest';
import { chooseOpeningStep, type PageState } from '../../../../src/islands/refer/opening-step.ts';

const nothing: PageState = {
  wrong: [],
  pointedAt: undefined,
  inUse: undefined,
  remembered: undefined,
  unfinished: ['who', 'practice', 'needs', 'contact', 'person'],
};

describe('the question that opens first', () => {
  test('is the first of the form', () => {
    expect(chooseOpeningStep(nothing)).toBe('who');
  });

  test('is the first wrong one of a page that came back with errors [8]', () => {
    expect(chooseOpeningStep({ ...nothing, wrong: ['needs', 'person'], inUse: 'who' })).toBe(
      'needs',
    );
  });

  test('is the one the address points into', () => {
    expect(chooseOpeningStep({ ...nothing, pointedAt: 'practice', inUse: 'who' })).toBe('practice');
  });

  test('is the one in which someone has begun to type [9]', () => {
    expect(chooseOpeningStep({ ...nothing, inUse: 'contact', remembered: 'who' })).toBe('contact');
  });

  test('is the one that was open before, if all before it is answered', () => {
    const unfinished = ['person'] as const;
    expect(chooseOpeningStep({ ...nothing, remembered: 'person', unfinished })).toBe('person');
    expect(chooseOpeningStep({ ...nothing, remembered: 'needs', unfinished })).toBe('needs');
  });

  test('is the first unanswered one, if the answers before have gone', () => {
    expect(chooseOpeningStep({ ...nothing, remembered: 'person' })).toBe('who');
    expect(
      chooseOpeningStep({ ...nothing, remembered: 'person', unfinished: ['contact', 'person'] }),
    ).toBe('contact');
  });
});
