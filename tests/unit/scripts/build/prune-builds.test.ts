import { expect, test } from 'vitest';
import { toBuildId } from '../../../../scripts/build/folders.ts';
import { chooseSpareBuilds } from '../../../../scripts/build/prune-builds.ts';

const DAY_MS = 24 * 3_600_000;
const now = new Date('2020-06-30T12:00:00Z');
const agedDays = (days: number) => toBuildId(new Date(now.getTime() - days * DAY_MS), undefined);
const spare = (ages: readonly number[], inPlace = 0) =>
  chooseSpareBuilds(ages.map(agedDays), { inPlace: agedDays(inPlace), now });

test('the build in place and the one before it are kept, however old', () => {
  expect(spare([400, 300], 300)).toEqual([]);
  expect(spare([500, 400, 300], 300)).toEqual([agedDays(500)]);
});

test('of those before, one is kept for as long as seven days after the next was begun', () => {
  expect(spare([20, 6.9, 1, 0])).toEqual([]);
  expect(spare([20, 7, 1, 0])).toEqual([]);
  expect(spare([20, 7.1, 1, 0])).toEqual([agedDays(20)]);
});

test('not more than five are kept, the youngest', () => {
  expect(spare([0.5, 0.4, 0.3, 0.2, 0.1, 0])).toEqual([agedDays(0.5)]);
});

test('after going back, the one that was left is kept for its week', () => {
  expect(spare([20, 10, 1], 10)).toEqual([]);
});

test('the one in place and the one before it are kept when five younger ones are there', () => {
  expect(spare([30, 20, 0.5, 0.4, 0.3, 0.2, 0.1], 20)).toEqual([agedDays(0.5), agedDays(0.4)]);
});
