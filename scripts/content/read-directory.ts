import type { Directory } from '../../src/directory/directory.ts';
import { formatProblem } from '../../src/directory/reading/content-problem.ts';
import { parseDirectory } from '../../src/directory/reading/parse-directory.ts';
import { loadContentFiles } from '../../src/platform/files/content-files.ts';

/** What content/ says as it lies there; ends the process with every problem where it cannot be read. */
export function readDirectory(today: string): Directory {
  const parsed = parseDirectory(loadContentFiles('content'), today);
  if (parsed.ok) return parsed.directory;
  console.error('Put this right in content/ first:');
  for (const problem of parsed.problems) console.error(`  ${formatProblem(problem)}`);
  process.exit(1);
}
