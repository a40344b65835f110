/** A part of the tests that is run on each day. */
export interface Suite {
  name: string;
  /** As words of a shell's command. */
  command: string[];
  /** How long before midnight, or a change of clocks, it starts: early, and yet with much still to run. */
  leadMs: number;
}

const SECOND_MS = 1000;

/** In the order in which they are run: `build` makes what `site`, `operating`, `faults` and `journeys` look at. */
const suites: readonly Suite[] = [
  { name: 'build', command: npmRun('build'), leadMs: 120 * SECOND_MS },
  { name: 'fast', command: vitest('fast'), leadMs: 5 * SECOND_MS },
  { name: 'slower', command: vitest('slower'), leadMs: 15 * SECOND_MS },
  { name: 'site', command: vitest('site'), leadMs: 30 * SECOND_MS },
  { name: 'operating', command: vitest('operating'), leadMs: 30 * SECOND_MS },
  { name: 'faults', command: vitest('faults'), leadMs: 90 * SECOND_MS },
  {
    name: 'journeys',
    command: [...npmRun('test:journeys'), '--', '--grep-invert', '@long', '--reporter', 'line'],
    leadMs: 60 * SECOND_MS,
  },
];

/** The suites of these names; throws with the names there are. The build is always among them. */
export function chooseSuites(names: readonly string[]): readonly Suite[] {
  if (names.length === 0) return suites;
  const known = suites.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no suite "${unknown[0]}". There are: ${known.join(', ')}.`);
  }
  return suites.filter(({ name }) => name === 'build' || names.includes(name));
}

function npmRun(script: string): string[] {
  return ['npm', 'run', '--silent', script];
}

function vitest(project: string): string[] {
  return ['vitest', 'run', '--project', project];
}
