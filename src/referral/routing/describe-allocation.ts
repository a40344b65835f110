import type { Practice } from '../../directory/lists.ts';
import type { Routing, Team } from './routing.ts';

/** What follows while a team does not confirm, for the same reader. */
export function describeTerms({ confirmationTerms }: Pick<Routing, 'confirmationTerms'>): string {
  const { remindAfter, fallbackAfter } = confirmationTerms;
  const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;
  return `A team that does not confirm is reminded after ${days(remindAfter)}; its fallback is asked after ${days(fallbackAfter)}.`;
}

/** Who gets what, a line each, for a second person to read before a routing file is put to use. */
export function describeAllocation(routing: Routing, practices: readonly Practice[]): string[] {
  const rows = [
    ...practices.map(({ odsCode, name }) => toRow(`${odsCode} ${name}`, odsCode)),
    toRow('Not sure of their practice', 'not-sure'),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const busy = new Set([...practices.map(({ odsCode }) => odsCode), 'not-sure'].map(teamIdOf));
  const idle = routing.teams.filter(({ id }) => !busy.has(id)).map(({ id }) => id);
  return [
    ...rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  →  ')
        .trimEnd(),
    ),
    ...idle.map((id) => `No practice goes to '${id}'; it is a fallback at most.`),
  ];

  function teamIdOf(practice: string) {
    return routing.teamOf(practice).id;
  }

  function toRow(who: string, practice: string): string[] {
    const team = routing.teamOf(practice);
    return [who, team.id, team.mailbox, `if that fails: ${nameFallback(team)}`];
  }

  function nameFallback(team: Team): string {
    const fallback = routing.fallbackOf(team);
    if (fallback.id === team.id) return 'only the operator';
    const same = fallback.mailbox === team.mailbox ? ', THE SAME MAILBOX' : '';
    return `${fallback.id} (${fallback.mailbox}${same})`;
  }
}
