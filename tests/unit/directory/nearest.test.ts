import { expect, test } from 'vitest';
import { findNearest } from '../../../src/directory/nearest.ts';

const words = ['bethnal-green', 'bow', 'mile-end', 'languages'];

test.each([
  ['Bethnel Green', 'bethnal-green'],
  ['BOW', 'bow'],
  ['mileend', 'mile-end'],
  ['langauges', 'languages'],
  ['box', 'bow'],
  ['xylophone', undefined],
  ['', undefined],
])('the nearest to "%s" is %s', (found, nearest) => {
  expect(findNearest(found, words)).toBe(nearest);
});
