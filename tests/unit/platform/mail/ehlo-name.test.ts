import { expect, test } from 'vitest';
import { describeMissingEhloName } from '../../../../src/platform/mail/ehlo-name.ts';

test('a machine whose name has no dot is told of, unless another name is set', () => {
  expect(describeMissingEhloName(undefined, 'web1')).toMatch(/"web1".*no dot.*EHLO_NAME/);
  expect(describeMissingEhloName('web1.trust.example', 'web1')).toBeUndefined();
  expect(describeMissingEhloName(undefined, 'web1.trust.example')).toBeUndefined();
});
