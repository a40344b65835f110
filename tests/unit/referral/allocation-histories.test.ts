import fc from 'fast-check';
import { test } from 'vitest';
import { stringify } from 'yaml';
import { createRouting } from '../../../src/referral/create-routing.ts';
import { parseRouting } from '../../../src/referral/parse-routing.ts';
import { type RoutingFile, routingFileSchema } from '../../../src/referral/routing.ts';
import { practices, routingFields } from '../../support/a-routing.ts';

/**
 * Allocations as they change: a practice moves to another team or back to its network's, a network
 * moves, the borough's team changes; in between people refer themselves and letters are sent.
 */
type Event =
  | { kind: 'accept'; practice: number }
  | { kind: 'send' }
  | { kind: 'practice'; practice: number; team: number | undefined }
  | { kind: 'network'; network: number; team: number }
  | { kind: 'borough'; team: number };

const teamIds = ['north', 'south', 'borough'];
const codes = [...practices.map(({ odsCode }) => odsCode), 'not-sure'];
const networks = ['U00001', 'U00002'];

const practice = fc.nat({ max: codes.length - 1 });
const team = fc.nat({ max: teamIds.length - 1 });
const history = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('accept' as const), practice }) },
    { weight: 3, arbitrary: fc.constant({ kind: 'send' as const }) },
    fc.record({
      kind: fc.constant('practice' as const),
      practice: fc.nat({ max: practices.length - 1 }),
      team: fc.option(team, { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('network' as const), network: fc.nat({ max: 1 }), team }),
    fc.record({ kind: fc.constant('borough' as const), team }),
  ),
  { minLength: 2, maxLength: 12 },
);

test.each([
  { of: 'files that were checked', runs: 100_000, read: asChecked },
  { of: 'files as written', runs: 300, read: asWritten },
])(
  '$runs histories of $of: every letter goes where the allocation in force says',
  ({ runs, read }) => {
    fc.assert(
      fc.property(history, (events) => play(events, read).length === 0),
      { numRuns: runs, seed: 20261122 },
    );
  },
  60_000,
);

/** Mis-routes and wrong versions. The model is a table of who has whom, changed in place. */
function play(
  events: readonly Event[],
  read: (file: RoutingFile) => ReturnType<typeof createRouting>,
) {
  let file = routingFileSchema.parse(routingFields());
  let routing = read(file);
  const wrong: unknown[] = [];
  const waiting: { code: string; team: string; version: string }[] = [];
  const model = { version: 'v1', borough: 'borough', own: [] as (string | undefined)[] };
  const ofNetwork = ['north', 'south'];
  const expected = (code: string) => {
    const index = codes.indexOf(code);
    return index === 4 ? model.borough : (model.own[index] ?? ofNetwork[index < 2 ? 0 : 1]);
  };
  for (const [index, event] of events.entries()) {
    switch (event.kind) {
      case 'accept': {
        const code = codes[event.practice] ?? '';
        const { id } = routing.teamOf(code);
        waiting.push({ code, team: id, version: routing.version });
        if (id !== expected(code) || routing.version !== model.version) wrong.push({ event, id });
        break;
      }
      case 'send':
        for (const letter of waiting.splice(0)) {
          const { id, mailbox } = routing.teamOf(letter.code);
          const right = id === expected(letter.code) && mailbox === `${id}@prescribers.example`;
          if (!right || routing.version !== model.version) wrong.push({ event, letter, mailbox });
        }
        break;
      default: {
        model.version = `v${index + 2}`;
        file = { ...file, version: model.version };
        const to = event.team === undefined ? undefined : teamIds[event.team];
        if (event.kind === 'practice') {
          const code = codes[event.practice] ?? '';
          const { [code]: _moved, ...others } = file.practices;
          file.practices = to ? { ...others, [code]: to } : others;
          model.own[event.practice] = to;
        } else if (event.kind === 'network') {
          file.networks = { ...file.networks, [networks[event.network] ?? '']: to ?? '' };
          ofNetwork[event.network] = to ?? '';
        } else {
          file.borough = to ?? '';
          model.borough = to ?? '';
        }
        routing = read(file);
      }
    }
  }
  return wrong;
}

function asChecked(file: RoutingFile) {
  return createRouting(file, practices);
}

function asWritten(file: RoutingFile) {
  const parsed = parseRouting(stringify(file), 'routing.yaml', { practices });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.routing;
}
