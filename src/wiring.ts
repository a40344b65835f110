/**
 * Joins the parts: the only file that hands platform values (files, clock, configuration) to the
 * directory and to search. Pages and scripts take what they need from here.
 */
import { formatProblem } from './directory/content-problem.ts';
import type { Directory } from './directory/directory.ts';
import { parseDirectory } from './directory/parse-directory.ts';
import { now } from './platform/clock.ts';
import { loadContentFiles } from './platform/content-files.ts';

/** What content/ in the working directory says. Importing this throws if content/ has any problem. */
export const directory: Directory = loadDirectory();

/** The date in London, where the borough is: '2026-11-22'. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(now());
}

function loadDirectory(): Directory {
  const parsed = parseDirectory(loadContentFiles('content'));
  if (parsed.ok) return parsed.directory;
  const list = parsed.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
  throw new Error(
    `content/ has ${parsed.problems.length} problem(s). Put them right, then run npm run content:check.\n${list}`,
  );
}
