import { expect, test } from 'vitest';
import { createSentAnswers } from '../../../src/referral/sent-answers.ts';

const a = { summary: 'one' };
const b = { summary: 'two' };
const create = () => createSentAnswers((text) => `hash of ${text}`);

test('the answers that were stored do not differ, others do', () => {
  const sent = create();
  sent.noteStored('form', a);

  expect(sent.mayDiffer('form', { ...a })).toBe(false);
  expect(sent.mayDiffer('form', b)).toBe(true);
  expect(sent.mayDiffer('another form', a)).toBe(true);
});

test('where two may have been stored, neither is known to be the same', () => {
  const sent = create();
  sent.noteMaybeStored('form', a);
  expect(sent.mayDiffer('form', a)).toBe(false);
  sent.noteMaybeStored('form', b);

  expect(sent.mayDiffer('form', a)).toBe(true);
  expect(sent.mayDiffer('form', b)).toBe(true);
  sent.noteStored('form', b);
  expect(sent.mayDiffer('form', b)).toBe(false);
});

test('no more than ten thousand forms are remembered', () => {
  const sent = create();
  for (let number = 0; number <= 10_000; number += 1) sent.noteStored(`form ${number}`, a);

  expect(sent.mayDiffer('form 0', a)).toBe(true);
  expect(sent.mayDiffer('form 10000', a)).toBe(false);
});
