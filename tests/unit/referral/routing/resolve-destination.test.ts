import { expect, test } from 'vitest';
import { resolveDestination } from '../../../../src/referral/routing/resolve-destination.ts';
import { aRouting } from '../../../support/referral/a-routing.ts';

test('what visitors tell the editors goes to their mailbox, if they have one, and to no other', () => {
  const editorsMailbox = 'editors@directory.example';

  expect(resolveDestination({ to: 'editors' }, { ...aRouting(), editorsMailbox })).toEqual({
    mailbox: editorsMailbox,
    sentToTeam: 'editors',
  });
  expect(resolveDestination({ to: 'editors' }, aRouting())).toBeUndefined();
});
