import { z } from 'zod';

/** What is known against the packages that the running site uses. */
export interface Audit {
  /** 0: nothing is known; 1: something is; 2: nobody could be asked. */
  code: 0 | 1 | 2;
  lines: readonly string[];
}

// Of `npm audit --json`, as far as it is told on.
const report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      range: z.string(),
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
      fixAvailable: z.union([z.boolean(), z.object({ name: z.string(), version: z.string() })]),
    }),
  ),
});
const refusal = z.object({ message: z.string() });

const WORST_FIRST = ['critical', 'high', 'moderate', 'low', 'info'];

/** What npm printed, in lines for an operator. */
export function readAudit(printed: string): Audit {
  const json = parseJson(printed);
  const read = report.safeParse(json);
  if (!read.success) {
    const why = refusal.safeParse(json).data?.message ?? (printed.trim() || 'npm said nothing');
    return {
      code: 2,
      lines: [
        'Nothing is known: the registry of packages did not answer the question.',
        `  ${why.split('\n')[0]}`,
        'Ask again from a network that lets it through, or give the output of "npm run sbom" to a scanner.',
      ],
    };
  }
  const found = Object.entries(read.data.vulnerabilities).toSorted(
    ([, one], [, other]) => WORST_FIRST.indexOf(one.severity) - WORST_FIRST.indexOf(other.severity),
  );
  if (found.length === 0) {
    return { code: 0, lines: ['No fault is known in the packages that the running site uses.'] };
  }
  return {
    code: 1,
    lines: [
      `Faults are known in ${found.length} of the packages that the running site uses:`,
      ...found.map(
        ([name, { severity, range, via, fixAvailable }]) =>
          `  ${name} ${range} (${severity}): ${tellWhy(via)}. ${tellWay(fixAvailable)}`,
      ),
      'Look for a newer version of the site (docs/run-the-site.md, "Update").',
    ],
  };
}

type Found = z.infer<typeof report>['vulnerabilities'][string];

function tellWhy(via: Found['via']): string {
  const titles = via.map((each) => (typeof each === 'string' ? `by ${each}` : each.title));
  return titles.join('; ') || 'no reason given';
}

function tellWay(fix: Found['fixAvailable']): string {
  if (fix === false) return 'No mended version is known.';
  return fix === true ? 'A mended version is there.' : `Mended with ${fix.name} ${fix.version}.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
