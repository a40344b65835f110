import { expect, test } from 'vitest';
import { nameOperator } from '../../../src/platform/operator-name.ts';

test.each([
  ['alex', undefined, false, 'alex'],
  ['alex', '', false, 'alex'],
  ['alex', 'alex', false, 'alex'],
  ['root', undefined, true, 'root'],
  ['root', 'alex', true, 'alex by sudo'],
  ['directory', 'alex', false, 'alex by sudo as directory'],
  // Anybody can set it for themselves: their own account stays in sight.
  ['bo', 'alex', false, 'alex by sudo as bo'],
  ['root', 'al\u001b[2Jex\n', true, 'al2Jex by sudo'],
])('%s, where SUDO_USER is %j, is written down as themselves', (account, sudo, isRoot, name) => {
  expect(nameOperator(account, sudo, isRoot)).toBe(name);
});
