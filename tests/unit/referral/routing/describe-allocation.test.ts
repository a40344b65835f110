import { describe, expect, test } from 'vitest';
import {
  describeAllocation,
  describeTerms,
} from '../../../../src/referral/routing/describe-allocation.ts';
import { aRouting, practices, teamFields } from '../../../support/referral/a-routing.ts';

describe('who gets what, to be read by a second person', () => {
  test('names team, mailbox and fallback of each practice, and who gets "not sure"', () => {
    expect(linesOf(aRouting())).toEqual([
      'F84001 Bow Practice → north → north@prescribers.example → if that fails: borough (borough@prescribers.example)',
      'F84002 Roman Road Surgery → north → north@prescribers.example → if that fails: borough (borough@prescribers.example)',
      'F84003 Poplar Practice → south → south@prescribers.example → if that fails: borough (borough@prescribers.example)',
      'F84004 Island Surgery → south → south@prescribers.example → if that fails: borough (borough@prescribers.example)',
      'Not sure of their practice → borough → borough@prescribers.example → if that fails: only the operator',
    ]);
  });

  test('points out a fallback that reads the same mailbox, and a team without a practice', () => {
    const borough = teamFields('borough', { mailbox: 'north@prescribers.example' });
    const teams = { north: teamFields('north'), south: teamFields('south'), borough };
    const lines = linesOf(aRouting({ teams, networks: { U00001: 'north', U00002: 'north' } }));

    expect(lines[0]).toMatch(/borough \(north@prescribers\.example, THE SAME MAILBOX\)$/);
    expect(lines.at(-1)).toBe("No practice goes to 'south'; it is a fallback at most.");
  });
});

test.each([
  [{}, 'reminded after 1 working day; its fallback is asked after 2 working days.'],
  [
    { acknowledgeWithinWorkingDays: 3 },
    'reminded after 3 working days; its fallback is asked after 6 working days.',
  ],
  [
    { acknowledgeWithinWorkingDays: 3, fallbackAfterWorkingDays: 4 },
    'reminded after 3 working days; its fallback is asked after 4 working days.',
  ],
])('who is asked when, of %j', (changes, words) => {
  expect(describeTerms(aRouting(changes))).toContain(words);
});

function linesOf(routing: ReturnType<typeof aRouting>): string[] {
  return describeAllocation(routing, practices).map((line) => line.replace(/ +/g, ' '));
}
