/** Covers src/referral/routing/create-routing.ts, src/referral/routing/find-routing-problems.ts. */
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseRouting } from '../../../../src/referral/routing/parse-routing.ts';
import {
  aRouting,
  practices,
  routingFields,
  teamFields,
} from '../../../support/referral/a-routing.ts';

const teams = {
  north: teamFields('north'),
  south: teamFields('south'),
  borough: teamFields('borough'),
};

describe('a routing file without fault', () => {
  test('gives a practice the team of its network', () => {
    expect(aRouting().teamOf('F84001')).toMatchObject({
      id: 'north',
      mailbox: 'north@prescribers.example',
    });
    expect(aRouting().teamOf('F84003').id).toBe('south');
  });

  test('gives a practice with a line of its own that team, and its neighbours their own', () => {
    const routing = aRouting({ practices: { F84001: 'south' } });

    expect(routing.teamOf('F84001').id).toBe('south');
    expect(routing.teamOf('F84002').id).toBe('north');
  });

  test.each([['not-sure'], ['F99999'], ['constructor'], ['__proto__']])(
    'gives the borough what is %s',
    (practice) => {
      expect(aRouting().teamOf(practice).id).toBe('borough');
    },
  );

  test("falls back on the team named, else on the borough's", () => {
    const routing = aRouting({
      teams: { ...teams, north: teamFields('north', { fallback: 'south' }) },
    });

    expect(routing.fallbackOf(routing.teamOf('F84001')).id).toBe('south');
    expect(routing.fallbackOf(routing.teamOf('F84003')).id).toBe('borough');
    expect(routing.fallbackOf(routing.borough).id).toBe('borough');
  });

  test('lets two teams read one mailbox', () => {
    const shared = { mailbox: 'shared@prescribers.example' };
    const routing = aRouting({
      teams: { ...teams, north: teamFields('north', shared), south: teamFields('south', shared) },
    });

    expect(routing.teams).toHaveLength(3);
  });

  test('may have notes at the end of a line', () => {
    const text = stringify(routingFields()).replace('U00001: north', 'U00001: north # Network 1');

    expect(parseRouting(text, 'routing.yaml', { practices }).ok).toBe(true);
  });
});

describe('a mistake is told with its place', () => {
  test.each([
    [
      'a practice without a destination',
      { networks: { U00001: 'north' }, practices: { F84003: 'south' } },
      [
        "practices.F84004: Island Surgery has no destination. Give its network U00002 a team under 'networks', or F84004 one under 'practices'.",
      ],
    ],
    [
      'nobody for those who are not sure',
      { borough: undefined },
      [
        "borough: people who are not sure of their practice have no destination. Write the borough's team here.",
      ],
    ],
    [
      'an ODS code that no practice has',
      { practices: { F84O01: 'north' } },
      [
        "practices.F84O01: found 'F84O01'; allowed: F84001, F84002, F84003, F84004; did you mean 'F84001'?",
      ],
    ],
    [
      'a network that no practice is in',
      { networks: { U00001: 'north', U00002: 'south', U000O2: 'north' } },
      ["networks.U000O2: found 'U000O2'; allowed: U00001, U00002; did you mean 'U00002'?"],
    ],
    [
      'teams that are not there',
      {
        borough: 'brough',
        practices: { F84001: 'nort' },
        teams: { ...teams, north: teamFields('north', { fallback: 'sooth' }) },
      },
      [
        "teams.north.fallback: no such team: found 'sooth'; allowed: north, south, borough; did you mean 'south'?",
        "borough: no such team: found 'brough'; allowed: north, south, borough; did you mean 'borough'?",
        "practices.F84001: no such team: found 'nort'; allowed: north, south, borough; did you mean 'north'?",
      ],
    ],
    [
      'a team that is its own fallback',
      { teams: { ...teams, north: teamFields('north', { fallback: 'north' }) } },
      [
        'teams.north.fallback: a team cannot be its own fallback. Name another, or leave the line out: then it is the borough.',
      ],
    ],
    [
      'fallbacks that go round in a circle, once',
      {
        teams: {
          north: teamFields('north', { fallback: 'south' }),
          south: teamFields('south', { fallback: 'borough' }),
          borough: teamFields('borough', { fallback: 'north' }),
          east: teamFields('east', { fallback: 'south' }),
        },
      },
      [
        "teams.north.fallback: these teams are each other's fallback: north → south → borough → north. A person in trouble would go round in a circle. Change one of them.",
      ],
    ],
    [
      'mailboxes elsewhere',
      {
        operatorMailbox: 'me@sub.prescribers.example',
        teams: { ...teams, north: teamFields('north', { mailbox: 'north@presribers.example' }) },
      },
      [
        "teams.north.mailbox: 'north@presribers.example' is outside allowedDomains: found 'presribers.example'; allowed: prescribers.example; did you mean 'prescribers.example'?",
        "operatorMailbox: 'me@sub.prescribers.example' is outside allowedDomains: found 'sub.prescribers.example'; allowed: prescribers.example; did you mean 'prescribers.example'?",
      ],
    ],
    [
      'two mailboxes in one field',
      {
        teams: {
          ...teams,
          north: teamFields('north', {
            mailbox: 'a@prescribers.example, b@prescribers.example',
          }),
        },
      },
      [
        "teams.north.mailbox: found 'a@prescribers.example, b@prescribers.example', which is not an e-mail address.",
      ],
    ],
    [
      'names of the wrong form, and a field that teams do not have',
      {
        teams: {
          ...teams,
          'Team East': teamFields('east'),
          west: teamFields('west', { fax: '1' }),
        },
      },
      [
        "teams.Team East: a name here is small letters, digits and hyphens, such as 'network-1'.",
        'teams.west.fax: there is no field of this name. Fields here: name, mailbox, fallback.',
      ],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(problemsOf(stringify(routingFields(changes)))).toEqual(expected);
  });

  test('everything at once, by line, a line written twice among it', () => {
    const text = stringify(
      routingFields({
        networks: { U00001: 'north', U00002: 'soth' },
        teams: { ...teams, north: teamFields('north', { mailbox: 'north' }) },
        acknowledgeWithinWorkingDays: 40,
      }),
    ).replace('  U00001: north', '  U00001: south\n  U00001: north');
    const parsed = parseRouting(text, 'routing.yaml', { practices });

    expect(parsed.ok ? [] : parsed.problems).toEqual([
      "routing.yaml, line 10, teams.north.mailbox: found 'north', which is not an e-mail address.",
      'routing.yaml, line 26: this field is written twice. Keep one of them.',
      "routing.yaml, line 27, networks.U00002: no such team: found 'soth'; allowed: north, south, borough; did you mean 'south'?",
      'routing.yaml, line 29, acknowledgeWithinWorkingDays: found 40; the highest allowed is 20.',
    ]);
  });

  test('a fallback that would be told before the team is reminded', () => {
    const fields = { acknowledgeWithinWorkingDays: 3, fallbackAfterWorkingDays: 2 };

    expect(problemsOf(stringify(routingFields(fields)))).toEqual([
      'fallbackAfterWorkingDays: the fallback would be told after 2, and the team only reminded after 3. Write 3 or more, or leave the line out: then it is twice as many.',
    ]);
  });

  test.each([
    ['', 1],
    ['just words', 1],
    ['a:\n\tb', 1],
  ])('a file that says %j', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });
});

/** Problems without the file's name and line. */
function problemsOf(text: string): string[] {
  const parsed = parseRouting(text, 'routing.yaml', { practices });
  return parsed.ok
    ? []
    : parsed.problems.map((problem) => problem.replace(/^routing\.yaml(, line \d+)?[,:] /, ''));
}
