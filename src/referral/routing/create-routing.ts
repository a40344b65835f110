import type { Practice } from '../../directory/lists.ts';
import type { Routing, RoutingFile, Team } from './routing.ts';

/** `file` was checked against the practices (parse-routing.ts): a team that is not in it is a fault. */
export function createRouting(file: RoutingFile, practices: readonly Practice[]): Routing {
  const teams = new Map<string, Team>(
    Object.entries(file.teams).map(([id, team]) => [id, { ...team, id }]),
  );
  const requireTeam = (id: string): Team => {
    const team = teams.get(id);
    if (!team) throw new Error(`The routing file has no team '${id}'. Check it before it is used.`);
    return team;
  };
  const borough = requireTeam(file.borough);
  const byNetwork = new Map(Object.entries(file.networks));
  const byPractice = new Map(Object.entries(file.practices));
  const teamOfPractice = new Map(
    practices.map(({ odsCode, network }) => {
      const id = byPractice.get(odsCode) ?? byNetwork.get(network);
      if (id === undefined) throw new Error(`Practice ${odsCode} has no team. Check the file.`);
      return [odsCode, requireTeam(id)];
    }),
  );
  return {
    version: file.version,
    teamOf: (practice) => teamOfPractice.get(practice) ?? borough,
    teams: [...teams.values()],
    findTeam: (id) => teams.get(id),
    borough,
    fallbackOf: ({ fallback }) => (fallback === undefined ? borough : requireTeam(fallback)),
    operatorMailbox: file.operatorMailbox,
    confirmationTerms: {
      remindAfter: file.acknowledgeWithinWorkingDays,
      fallbackAfter: file.fallbackAfterWorkingDays ?? 2 * file.acknowledgeWithinWorkingDays,
    },
  };
}
