import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aStore } from '../support/referral/a-store.ts';
import { anOperator } from '../support/referral/an-operator.ts';

const { dataDir, discard, referralsInShell, stores } = anOperator('a letter');
const referrals = (...typed: string[]) => referralsInShell(typed);
const file = join(dataDir, 'copy.sqlite');

beforeAll(() => stores('SP-AAAA-3333', { state: 'pending' }));
afterAll(discard);

test('a store is copied while the site runs, and put back only when it does not', async () => {
  const site = await aStore({ dataDir });
  expect(await referrals('backup', file)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 referrals, as they were at'),
  });
  expect((await referrals('backup', file)).err).toContain('is there already');
  expect(await referrals('restore', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Stop the site first'),
  });
  await site.database.close();
  rmSync(join(dataDir, 'referrals.sqlite'));

  expect(await referrals('restore', file)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 letters were waiting then'),
  });
  expect((await referrals('list')).out).toMatch(/SP-AAAA-3333 .* needs-human .* restored/);
});

test('a backup needs the name of a file', async () => {
  expect(await referrals('backup')).toMatchObject({ code: 2 });
});
