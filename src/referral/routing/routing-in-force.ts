import type { Log } from '../../platform/log.ts';
import type { RoutingParse } from './parse-routing.ts';
import type { Routing } from './routing.ts';

/** The routing file as it lies there. `stamp`: another one after each change. */
export interface RoutingFileState {
  stamp: string;
  /** When it was changed. */
  changedAt: number;
}

export interface RoutingInForceOptions {
  stat: () => RoutingFileState;
  read: () => RoutingParse;
  /** The file that `read` read last says something else than the one in use before, by the same version. */
  isVersionReused: (version: string) => boolean;
  /** Of a file that changed while this runs: what else keeps it from being used. */
  findUseProblems: (routing: Routing) => readonly string[];
  /** From now on letters go by it. */
  onInUse: (routing: Routing) => void;
  /** Throws what a start ends with. */
  fail: (problems: readonly string[]) => never;
  log: Pick<Log, 'info' | 'error'>;
  now: () => number;
}

export interface RoutingInForce {
  current(): Routing;
  /** The file was changed since, and is not fit for use: the one before stays in force. */
  isRefused(): boolean;
}

// A file that is written in place is there in part for a moment, and a part may read like a whole.
const SETTLES_MS = 2_000;

/** Reads the routing file when it is first asked for, and again once it has changed. */
export function createRoutingInForce(options: RoutingInForceOptions): RoutingInForce {
  const { stat, read, log, now } = options;
  let inForce: { routing: Routing; stamp: string } | undefined;
  let refusedStamp: string | undefined;

  function take(routing: Routing, stamp: string): Routing {
    refusedStamp = undefined;
    inForce = { routing, stamp };
    options.onInUse(routing);
    return routing;
  }

  function first(): Routing {
    const { stamp } = stat();
    const parsed = readNew();
    return parsed.ok ? take(parsed.routing, stamp) : options.fail(parsed.problems);
  }

  // The version stands with each letter, to tell later by which file it went.
  function readNew(): RoutingParse {
    const parsed = read();
    if (!parsed.ok || !options.isVersionReused(parsed.routing.version)) return parsed;
    return { ok: false, problems: [describeReuse(parsed.routing.version)] };
  }

  function changed({ stamp }: RoutingFileState, before: Routing): Routing {
    const parsed = readNew();
    const problems = parsed.ok ? options.findUseProblems(parsed.routing) : parsed.problems;
    // Changed again while it was read: the next look is soon enough.
    if (stat().stamp !== stamp) return before;
    if (!parsed.ok || problems.length > 0) {
      refusedStamp = stamp;
      log.error('routing.refused', { problems: problems.length, inForce: before.version });
      return before;
    }
    log.info('routing.changed', { version: parsed.routing.version, before: before.version });
    return take(parsed.routing, stamp);
  }

  return {
    current() {
      if (!inForce) return first();
      const found = stat();
      if (found.stamp === inForce.stamp) refusedStamp = undefined;
      if (found.stamp === inForce.stamp || found.stamp === refusedStamp) return inForce.routing;
      const age = now() - found.changedAt;
      // In the future: the clock was set back, and says nothing about the file.
      return age >= 0 && age < SETTLES_MS ? inForce.routing : changed(found, inForce.routing);
    },
    isRefused: () => refusedStamp !== undefined,
  };
}

/** What to do about a file that was changed and kept its version. */
export function describeReuse(version: string): string {
  return `version: the file says something else than the one used here before, and has the same version, ${version}. Give it a new one, such as the date and a letter.`;
}
