import fc from 'fast-check';
import { type RoutingFile, routingFileSchema } from '../../../src/referral/routing/routing.ts';
import { practices, routingFields } from './a-routing.ts';

/**
 * Allocations as they change: a practice moves to another team or back to its network's, a network
 * moves, the borough's team changes; in between people refer themselves and letters are sent.
 */
type Move =
  | { kind: 'practice'; practice: number; team: number | undefined }
  | { kind: 'network'; network: number; team: number }
  | { kind: 'borough'; team: number };
export type AllocationEvent = { kind: 'accept'; practice: number } | { kind: 'send' } | Move;

const teamIds = ['north', 'south', 'borough'];
const networks = ['U00001', 'U00002'];
/** What a person may choose. */
export const choices = [...practices.map(({ odsCode }) => odsCode), 'not-sure'];

const practice = fc.nat({ max: choices.length - 1 });
const team = fc.nat({ max: teamIds.length - 1 });
export const allocationHistory: fc.Arbitrary<AllocationEvent[]> = fc.array(
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

/** The routing file as it is changed, and beside it a plain table of who has whom. */
export function createAllocations() {
  let file = routingFileSchema.parse(routingFields());
  let moves = 0;
  let borough = 'borough';
  const own: (string | undefined)[] = [];
  const ofNetwork = ['north', 'south'];
  return {
    get file(): RoutingFile {
      return file;
    },
    get version() {
      return moves === 0 ? 'v1' : `v1.${moves}`;
    },
    expectedTeam(choice: string): string | undefined {
      const index = choices.indexOf(choice);
      return index === practices.length ? borough : (own[index] ?? ofNetwork[index < 2 ? 0 : 1]);
    },
    move(event: Move): void {
      moves += 1;
      file = { ...file, version: this.version };
      const to = event.team === undefined ? undefined : teamIds[event.team];
      if (event.kind === 'practice') {
        const code = choices[event.practice] ?? '';
        const { [code]: _moved, ...others } = file.practices;
        file.practices = to ? { ...others, [code]: to } : others;
        own[event.practice] = to;
      } else if (event.kind === 'network') {
        file.networks = { ...file.networks, [networks[event.network] ?? '']: to ?? '' };
        ofNetwork[event.network] = to ?? '';
      } else {
        file.borough = to ?? '';
        borough = to ?? '';
      }
    },
  };
}
