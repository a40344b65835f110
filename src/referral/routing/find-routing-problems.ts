import type { Practice } from '../../directory/lists.ts';
import { describeUnknown } from '../../directory/nearest.ts';
import type { Finding } from '../../directory/reading/schema-issues.ts';
import { routingFileSchema } from './routing.ts';

/**
 * What is wrong with a routing file beyond the form of its fields. Takes the file as it was read, so
 * that one wrong field hides nothing about the others.
 */
export function findRoutingProblems(file: unknown, practices: readonly Practice[]): Finding[] {
  const read = {
    teams: namesIn(file, 'teams').filter((id) => /^[a-z0-9-]+$/.test(id)),
    networks: [...new Set(practices.map(({ network }) => network))],
    odsCodes: practices.map(({ odsCode }) => odsCode),
  };
  return [
    ...findMissingDestinations(file, practices),
    ...findUnknownNames(file, 'networks', read.networks),
    ...findUnknownNames(file, 'practices', read.odsCodes),
    ...findUnknownTeams(file, read.teams),
    ...findLoops(file, read.teams),
    ...findForeignMailboxes(file, read.teams),
    ...findFallbackTooSoon(file),
  ];
}

function findMissingDestinations(file: unknown, practices: readonly Practice[]): Finding[] {
  const networks = namesIn(file, 'networks');
  const own = namesIn(file, 'practices');
  const missing = practices
    .filter(({ odsCode, network }) => !own.includes(odsCode) && !networks.includes(network))
    .map(({ odsCode, name, network }) => ({
      field: ['practices', odsCode],
      message: `${name} has no destination. Give its network ${network} a team under 'networks', or ${odsCode} one under 'practices'.`,
    }));
  if (at(file, ['borough'])) return missing;
  const message =
    "people who are not sure of their practice have no destination. Write the borough's team here.";
  return [...missing, { field: ['borough'], message }];
}

function findUnknownNames(file: unknown, part: string, allowed: readonly string[]): Finding[] {
  return namesIn(file, part)
    .filter((name) => !allowed.includes(name))
    .map((name) => ({ field: [part, name], message: describeUnknown(name, allowed) }));
}

function findUnknownTeams(file: unknown, teams: readonly string[]): Finding[] {
  const fields = [
    ['borough'],
    ...namesIn(file, 'networks').map((code) => ['networks', code]),
    ...namesIn(file, 'practices').map((code) => ['practices', code]),
    ...namesIn(file, 'teams').map((id) => ['teams', id, 'fallback']),
  ];
  return fields.flatMap((field) => {
    const team = at(file, field);
    if (typeof team !== 'string' || team === '' || teams.includes(team)) return [];
    return [{ field, message: `no such team: ${describeUnknown(team, teams)}` }];
  });
}

// A loop is reported once, at the first of its teams.
function findLoops(file: unknown, teams: readonly string[]): Finding[] {
  const reported = new Set<string>();
  return teams.flatMap((first) => {
    const chain = [first];
    for (;;) {
      const next = at(file, ['teams', chain.at(-1) ?? '', 'fallback']);
      if (typeof next !== 'string' || !teams.includes(next)) return [];
      if (next === first) break;
      // Runs into a loop that does not come back here; it is reported at its own first team.
      if (chain.includes(next)) return [];
      chain.push(next);
    }
    if (chain.some((team) => reported.has(team))) return [];
    for (const team of chain) reported.add(team);
    const message =
      chain.length === 1
        ? 'a team cannot be its own fallback. Name another, or leave the line out: then it is the borough.'
        : `these teams are each other's fallback: ${[...chain, first].join(' → ')}. A person in trouble would go round in a circle. Change one of them.`;
    return [{ field: ['teams', first, 'fallback'], message }];
  });
}

function findForeignMailboxes(file: unknown, teams: readonly string[]): Finding[] {
  const domains = at(file, ['allowedDomains']);
  if (!Array.isArray(domains) || domains.length === 0) return [];
  const allowed = domains.map(String);
  const fields = [...teams.map((id) => ['teams', id, 'mailbox']), ['operatorMailbox']];
  return fields.flatMap((field) => {
    const mailbox = at(file, field);
    if (typeof mailbox !== 'string' || !mailbox.includes('@')) return [];
    const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1);
    if (allowed.includes(domain.toLowerCase())) return [];
    const message = `'${mailbox}' is outside allowedDomains: ${describeUnknown(domain, allowed)}`;
    return [{ field, message }];
  });
}

function findFallbackTooSoon(file: unknown): Finding[] {
  const { acknowledgeWithinWorkingDays: ofReminder, fallbackAfterWorkingDays: ofFallback } =
    routingFileSchema.shape;
  const remindAfter = ofReminder.safeParse(at(file, ['acknowledgeWithinWorkingDays'])).data;
  const fallbackAfter = ofFallback.safeParse(at(file, ['fallbackAfterWorkingDays'])).data;
  if (remindAfter === undefined || fallbackAfter === undefined) return [];
  if (fallbackAfter >= remindAfter) return [];
  const message = `the fallback would be told after ${fallbackAfter}, and the team only reminded after ${remindAfter}. Write ${remindAfter} or more, or leave the line out: then it is twice as many.`;
  return [{ field: ['fallbackAfterWorkingDays'], message }];
}

function namesIn(file: unknown, part: string): string[] {
  const value = at(file, [part]);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value)
    : [];
}

function at(file: unknown, field: readonly string[]): unknown {
  let value = file;
  for (const step of field) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
