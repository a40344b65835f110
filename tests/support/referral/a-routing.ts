import { stringify } from 'yaml';
import type { Practice } from '../../../src/directory/lists.ts';
import { parseRouting } from '../../../src/referral/routing/parse-routing.ts';
import type { Routing } from '../../../src/referral/routing/routing.ts';
import { aLabel } from '../directory/a-label.ts';

/** Four practices in two networks. */
export const practices: Practice[] = [
  aPractice('F84001', 'Bow Practice', 'U00001'),
  aPractice('F84002', 'Roman Road Surgery', 'U00001'),
  aPractice('F84003', 'Poplar Practice', 'U00002'),
  aPractice('F84004', 'Island Surgery', 'U00002'),
];

/** The fields of a routing file without fault for `practices`, and `changes` to them. */
export function routingFields(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    version: 'v1',
    allowedDomains: ['prescribers.example'],
    teams: {
      north: { name: aLabel('Team North'), mailbox: 'north@prescribers.example' },
      south: { name: aLabel('Team South'), mailbox: 'south@prescribers.example' },
      borough: { name: aLabel('Team Borough'), mailbox: 'borough@prescribers.example' },
    },
    borough: 'borough',
    networks: { U00001: 'north', U00002: 'south' },
    practices: {},
    ...changes,
  };
}

/** A team's fields, for `routingFields({ teams })`. */
export function teamFields(id: string, changes: Record<string, unknown> = {}) {
  return { name: aLabel(`Team ${id}`), mailbox: `${id}@prescribers.example`, ...changes };
}

/** Routing for `practices`: Bow and Roman Road to 'north', Poplar and Island to 'south'. */
export function aRouting(changes: Record<string, unknown> = {}): Routing {
  const parsed = parseRouting(stringify(routingFields(changes)), 'routing.yaml', { practices });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.routing;
}

function aPractice(odsCode: string, practiceName: string, network: string): Practice {
  return {
    odsCode,
    name: practiceName,
    network,
    otherNames: [],
    branchSites: [],
    address: '1 Bow Road',
    postcode: 'E3 5AB',
  };
}
