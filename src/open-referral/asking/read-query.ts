import type { Problem } from '../entities/page.ts';
import { type ParameterName, parameters, type Query } from './parameters.ts';

export type ReadQuery = { ok: true; query: Query } | { ok: false; problem: Problem };

/**
 * What a request asks for, or what is wrong with it and what to write. A name that is not among `allowed`
 * is refused: who filters must not take the whole list for an answer. Set to nothing counts as not given.
 */
export function readQuery(search: URLSearchParams, allowed: readonly ParameterName[]): ReadQuery {
  const query: Query = {};
  for (const [given, value] of search) {
    const name = allowed.find((each) => each === given || otherNameOf(each) === given);
    if (!name) return refuse(given, 'is not known here', describeAllowed(allowed));
    if (value.trim() === '') continue;
    if (name in query) return refuse(name, 'is given twice', 'Write it once.');
    const read: unknown = parameters[name].read(value.trim());
    if (read === undefined) {
      return refuse(name, 'cannot be read', `Write ${parameters[name].write}.`);
    }
    Object.assign(query, { [name]: read });
  }
  if (query.proximity !== undefined && query.postcode === undefined) {
    return refuse('proximity', 'says how far, but not from where', 'Write a postcode too.');
  }
  return { ok: true, query };
}

export function otherNameOf(name: ParameterName): string | undefined {
  const parameter = parameters[name];
  return 'otherName' in parameter ? parameter.otherName : undefined;
}

// What was typed is not said back: it may be anything.
export function refuse(parameter: string, what: string, detail: string): ReadQuery & { ok: false } {
  const isOurs = parameter in parameters;
  return {
    ok: false,
    problem: {
      title: isOurs ? `The parameter ${parameter} ${what}.` : `A parameter ${what}.`,
      status: 400,
      detail,
      ...(isOurs ? { parameter } : {}),
    },
  };
}

function describeAllowed(allowed: readonly ParameterName[]): string {
  return `Write one of these: ${allowed.join(', ')}.`;
}
