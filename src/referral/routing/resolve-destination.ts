import type { Destination } from '../letters/letter.ts';
import type { Routing } from './routing.ts';

/**
 * The mailbox a letter goes to by the routing file in force, and what stands in its row for it.
 * `undefined`: there is no such mailbox, as when nobody is named as operator,
 * or no mailbox for editors.
 */
export function resolveDestination(
  destination: Destination,
  routing: Routing,
): { mailbox: string; sentToTeam: string } | undefined {
  const toTeam = ({ id, mailbox }: { id: string; mailbox: string }) => ({
    mailbox,
    sentToTeam: id,
  });
  switch (destination.to) {
    case 'practice':
      return toTeam(routing.teamOf(destination.practice));
    case 'team':
      // A team that left the file still has referrals: they are the borough's.
      return toTeam(routing.findTeam(destination.team) ?? routing.borough);
    case 'borough':
      return toTeam(routing.borough);
    case 'operator':
      return routing.operatorMailbox
        ? { mailbox: routing.operatorMailbox, sentToTeam: 'operator' }
        : undefined;
    case 'editors':
      return routing.editorsMailbox
        ? { mailbox: routing.editorsMailbox, sentToTeam: 'editors' }
        : undefined;
    case 'resident':
      return { mailbox: destination.address, sentToTeam: 'resident' };
  }
}
