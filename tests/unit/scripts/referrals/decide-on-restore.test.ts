import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  decideMoved,
  decideRestored,
  describeUndecided,
} from '../../../../scripts/referrals/decide-on-restore.ts';
import {
  aLetterRow,
  aReferralRow,
  aStore,
  NOON,
  type OpenedStore,
} from '../../../support/referral/a-store.ts';

const due = { leaseMs: 60_000, owner: 'worker', limit: 9 };
let opened: OpenedStore;
let name: string;
beforeEach(async () => {
  const first = await aStore();
  await first.store.noteIdentity(NOON);
  await first.store.insertReferral(aReferralRow('old'), [aLetterRow('old')]);
  await first.database.close();
  // As whoever brings a file back from elsewhere.
  name = join(first.dataDir, 'referrals.sqlite');
  copyFileSync(name, `${name}.copy`);
  renameSync(`${name}.copy`, name);
  opened = await aStore({ dataDir: first.dataDir });
  await opened.store.noteIdentity(NOON + 1);
  await opened.store.insertReferral(aReferralRow('new'), [
    aLetterRow('new', { createdAt: NOON + 2 }),
  ]);
});
afterEach(() => opened.discard());

const decision = (yes?: string) => ({
  store: opened.store,
  where: { dataDir: opened.dataDir, databaseUrl: undefined },
  yes,
  now: NOON + 3,
  operator: 'alex',
});

test('each command says that nothing is sent until somebody decided', async () => {
  expect(await describeUndecided(opened.store)).toContain('nothing is sent');
  await decideRestored(decision(name));
  expect(await describeUndecided(opened.store)).toBeUndefined();
});

describe.each([
  ['mark-restored', decideRestored, '1 letters'],
  ['mark-moved', decideMoved, '2 letters'],
])('%s', (command, decide, letters) => {
  test.each([[undefined], ['another.sqlite']])(
    'changes nothing when asked with %s, and says what it would do to which store',
    async (yes) => {
      const result = await decide(decision(yes));

      expect(result).toMatchObject({ ok: false });
      const said = result.ok ? '' : result.message;
      expect(said).toContain(`${letters} in it wait`);
      expect(said).toContain(`${command} --yes ${name}`);
      expect(said).toContain('Nothing was changed.');
      expect(await opened.store.claimDueLetters(due)).toEqual([]);
      expect(await opened.store.listLetters('needs-human')).toEqual([]);
    },
  );
});

test('marked as restored, what waited in the copy needs a person, and what came since is sent', async () => {
  expect(await decideRestored(decision(name))).toMatchObject({ ok: true });

  expect(await opened.store.listLetters('needs-human')).toMatchObject([
    { id: 'letter-old', lastOutcome: 'restored', maybeSentTimes: 1 },
  ]);
  expect(await opened.store.claimDueLetters(due)).toMatchObject([{ id: 'letter-new' }]);
  expect(await opened.store.listAudit('SP-TEST-old')).toMatchObject([
    { action: 'restored', operator: 'alex' },
  ]);
});

test('marked as moved, all that waited is sent', async () => {
  expect(await decideMoved(decision(name))).toMatchObject({ ok: true });

  expect(await opened.store.claimDueLetters(due)).toHaveLength(2);
  expect(await decideMoved(decision(name))).toMatchObject({ ok: false });
});

test('a copy that nobody can tell from the store is marked by hand, as often as one likes', async () => {
  await decideMoved(decision(name));
  const first = await decideRestored(decision());
  expect(first.ok ? '' : first.message).toContain('no sign that it was put back');

  await decideRestored(decision(name));
  expect(await opened.store.listLetters('needs-human')).toHaveLength(2);
  const again = await decideRestored(decision(name));
  expect(again.ok ? again.lines[0] : '').toMatch(/^0 letters/);
});
