// npm run content:export -- [FILE.csv|FILE.json]: all that the files of listings say, for editors, with what is
// never published. Without a file it is printed; "--format json" then chooses. "--with-confidential": addresses too
// that are confidential. "--from": another content folder.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatProblem } from '../src/directory/reading/content-problem.ts';
import { parseDirectory } from '../src/directory/reading/parse-directory.ts';
import { exportListings, formatJson } from '../src/exchange/export-listings.ts';
import { formatTable } from '../src/exchange/tables/write-table.ts';
import { today } from '../src/platform/clock.ts';
import { loadContentFiles } from '../src/platform/files/content-files.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    format: { type: 'string' },
    'with-confidential': { type: 'boolean', default: false },
    from: { type: 'string', default: 'content' },
  },
});
const [file] = positionals;
const format = options.format ?? (file?.toLowerCase().endsWith('.json') ? 'json' : 'csv');
const content = loadContentFiles(options.from);
const parsed = parseDirectory(content, today());
if (format !== 'csv' && format !== 'json') {
  refuse([`There is no format '${format}': --format is csv or json.`]);
} else if (!parsed.ok) {
  refuse(parsed.problems.map(formatProblem));
} else {
  const listings = exportListings(content.files, options['with-confidential']);
  const text = format === 'json' ? formatJson(listings) : formatTable(listings);
  if (file === undefined) process.stdout.write(text);
  else {
    writeFileSync(file, text);
    console.log(
      `${listings.length} listings written to ${file}. It holds what only editors read (notes, sources): do not publish it.`,
    );
  }
}

function refuse(problems: readonly string[]): void {
  console.error('Nothing is exported. Put this right and run the command again:');
  for (const problem of problems) console.error(`  ${problem}`);
  process.exitCode = 1;
}
