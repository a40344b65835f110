import { expect, test } from 'vitest';
import {
  createAnswerCounts,
  readAnswerCounts,
} from '../../../../src/platform/http/answer-counts.ts';

test('answers are counted by the first figure of their status, and read as they were written', () => {
  const counts = createAnswerCounts();
  for (const status of [200, 204, 304, 404, 413, 503, 100, 999]) counts.count(status);

  expect(readAnswerCounts(counts.format())).toEqual([
    ['2xx', 2],
    ['3xx', 1],
    ['4xx', 2],
    ['5xx', 1],
  ]);
});

test.each([null, '', 'yes', '6xx=3', '2xx=-1'])('nothing is read of %s', (text) => {
  expect(readAnswerCounts(text)).toEqual([]);
});
