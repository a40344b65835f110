import { describe, expect, test } from 'vitest';
import { formatMetrics } from '../../../../src/platform/http/prometheus-text.ts';
import { readMetrics } from '../../../support/site/read-metrics.ts';

test('metrics are written with what they mean and their type, labels escaped', () => {
  const text = formatMetrics([
    { name: 'a_total', type: 'counter', help: 'How\nmany\\', values: [{ value: 3 }] },
    {
      name: 'b',
      type: 'gauge',
      help: 'Which',
      values: [
        { labels: { kind: 'a "b"\\\n', place: 'x' }, value: 0.5 },
        { labels: { kind: 'c' }, value: 0 },
      ],
    },
  ]);

  expect(text).toBe(
    '# HELP a_total How\\nmany\\\\\n# TYPE a_total counter\na_total 3\n' +
      '# HELP b Which\n# TYPE b gauge\nb{kind="a \\"b\\"\\\\\\n",place="x"} 0.5\nb{kind="c"} 0\n',
  );
  expect([...readMetrics(text).keys()]).toEqual(['a_total', 'b']);
});

test('of what nobody knows nothing is written', () => {
  expect(formatMetrics([{ name: 'a', type: 'gauge', help: 'A', values: [] }])).toBe('');
});

describe('the reader that these tests trust refuses', () => {
  const begin = '# HELP a A\n# TYPE a gauge\n';

  test.each([
    ['a line without an end', `${begin}a 1`],
    ['a sample of nothing', 'a 1\n'],
    ['a sample of another metric', `${begin}b 1\n`],
    ['one twice', `${begin}a 1\na 2\n`],
    ['no number', `${begin}a one\n`],
    ['a label without quotes', `${begin}a{b=c} 1\n`],
    ['a label that does not end', `${begin}a{b="c} 1\n`],
    ['a name with a dash', '# HELP a-b A\n# TYPE a-b gauge\na-b 1\n'],
    ['a metric twice', `${begin}a 1\n${begin}`],
    ['a type that there is not', '# HELP a A\n# TYPE a number\na 1\n'],
  ])('%s', (_what, text) => {
    expect(() => readMetrics(text)).toThrow();
  });
});
