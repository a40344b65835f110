import { expect, test } from 'vitest';
import { remedyOf } from '../../../../src/referral/store/store-fault.ts';

test('a database that keeps us out is told by what to look at, three ways apart', () => {
  const remedies = (['unreachable', 'wrong-password', 'no-such-database'] as const).map(
    (reason) => remedyOf(reason).remedy,
  );

  expect(new Set(remedies).size).toBe(3);
  for (const remedy of remedies) expect(remedy).toMatch(/DATABASE_URL/);
  expect(remedyOf('full')).toEqual({});
});
