import type { Practice } from '../../directory/lists.ts';
import { formatField } from '../../directory/reading/content-problem.ts';
import { readYaml } from '../../directory/reading/read-yaml.ts';
import { describeIssues, type Finding } from '../../directory/reading/schema-issues.ts';
import { createRouting } from './create-routing.ts';
import { findRoutingProblems } from './find-routing-problems.ts';
import { type Routing, routingFileSchema } from './routing.ts';

export type RoutingParse = { ok: true; routing: Routing } | { ok: false; problems: string[] };

/**
 * The routing that a file says, or everything that is wrong with it: a line each, by place in the file,
 * written for whoever keeps it. `practices`: every one must have a destination.
 */
export function parseRouting(
  text: string,
  fileName: string,
  { practices }: { practices: readonly Practice[] },
): RoutingParse {
  const reading = readYaml({ path: fileName, text });
  const read = reading.ok ? reading : reading.readable;
  const file = routingFileSchema.safeParse(read?.value);
  const findings = read ? findProblems(read.value, file.error?.issues ?? [], practices) : [];
  if (reading.ok && file.success && findings.length === 0) {
    return { ok: true, routing: createRouting(file.data, practices) };
  }
  const problems = [
    ...(reading.ok ? [] : reading.problems),
    ...findings.map(({ field, message }) => ({
      line: read?.lineOf(field),
      field: formatField(field),
      message,
    })),
  ];
  return {
    ok: false,
    problems: problems
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
      .map(({ line, field, message }) => {
        const place = [fileName, line && `line ${line}`, field].filter(Boolean).join(', ');
        return `${place}: ${message}`;
      }),
  };
}

// One note a field: what the name in it should be says more than how it must be written.
function findProblems(
  value: unknown,
  issues: Parameters<typeof describeIssues>[0],
  practices: readonly Practice[],
): Finding[] {
  const checked = findRoutingProblems(value, practices);
  const noted = new Set(checked.map(({ field }) => field.join()));
  const described = describeIssues(issues, routingFileSchema, value);
  return [...checked, ...described.filter(({ field }) => !noted.has(field.join()))];
}
