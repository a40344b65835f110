// npm run content:import -- FILE|URL: says what a table (CSV), our own JSON or a feed of Open Referral UK would
// change in the listings; with --write it changes them, all or nothing. "--terms FILE": what the terms of a feed are
// in our values. "--as-of 2026-11-20": the day on which all that was so. "--report FILE": the report goes there too.
// "--finish": puts the files of an interrupted import into their places. "--to": another content folder.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatProblem } from '../src/directory/reading/content-problem.ts';
import { parseDirectory } from '../src/directory/reading/parse-directory.ts';
import { readYaml } from '../src/directory/reading/read-yaml.ts';
import { describeIssues } from '../src/directory/reading/schema-issues.ts';
import { countReasons, formatReport } from '../src/exchange/import-report.ts';
import { type ImportItem, planImport } from '../src/exchange/merging/plan-import.ts';
import { type Terms, termsSchema } from '../src/exchange/open-referral/terms.ts';
import { today } from '../src/platform/clock.ts';
import { loadContentFiles } from '../src/platform/files/content-files.ts';
import { finishReplacing, isReplacing, replaceFiles } from '../src/platform/files/replace-files.ts';
import { loadSource } from './content/load-source.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    finish: { type: 'boolean', default: false },
    terms: { type: 'string' },
    'as-of': { type: 'string' },
    report: { type: 'string' },
    to: { type: 'string', default: 'content' },
  },
});
const folder = options.to;
// From so many on a second or two pass without a word.
const MANY = 50;
const [source] = positionals;

if (options.finish) finish();
else if (isReplacing(folder)) {
  refuse([
    'An import was interrupted while it put its files into their places. Run npm run content:import -- --finish first.',
  ]);
} else if (source === undefined) {
  refuse(['Say which file or address: npm run content:import -- listings.csv']);
} else await run(source);

async function run(from: string): Promise<void> {
  const content = loadContentFiles(folder);
  const checked = parseDirectory(content, today());
  if (!checked.ok) return refuse(checked.problems.map(formatProblem));
  const terms = loadTerms();
  if ('problems' in terms) return refuse(terms.problems);
  const reading = await loadSource(from, terms);
  if (!reading.ok) return refuse([`${from}: ${reading.problem}`]);
  const records = reading.records.map((each) => ({ ...each, asOf: each.asOf ?? options['as-of'] }));
  if (records.length > MANY) {
    console.error(
      `  ${records.length} records read; comparing them with the listings takes a while …`,
    );
  }
  const items = planImport(records, content, today());
  tell(items, reading.notes);
  write(items);
}

function tell(items: readonly ImportItem[], notes: readonly string[]): void {
  const report = formatReport(items, notes);
  if (options.report !== undefined) writeFileSync(options.report, report);
  console.log(report);
  const reasons = countReasons(items);
  if (items.length > 20 && reasons.length > 0) {
    console.log('Why records are refused, the most usual first:');
    for (const [reason, count] of reasons.slice(0, 12)) console.log(`  ${count}: ${reason}`);
  }
}

function write(items: readonly ImportItem[]): void {
  const files = items.flatMap(({ file }) => file ?? []);
  if (files.length === 0) console.log('There is nothing to write.');
  else if (!options.write) {
    console.log(
      'Nothing is written yet. To write it, run the same command with --write at its end.',
    );
  } else {
    replaceFiles(folder, files);
    console.log(
      `${files.length} files written. Read the difference, run npm run content:check and npm run content:note, and commit.`,
    );
  }
}

function finish(): void {
  const moved = finishReplacing(folder);
  console.log(
    moved === undefined
      ? 'No import was interrupted while it wrote: nothing is to be finished.'
      : `The interrupted import is whole: ${moved} files were still to come.`,
  );
}

function loadTerms(): Terms | { problems: string[] } {
  const path = options.terms;
  if (path === undefined) return termsSchema.parse({});
  const read = readYaml({ path, text: readFileSync(path, 'utf8') });
  if (!read.ok)
    return {
      problems: read.problems.map(({ line, message }) => `${path}, line ${line}: ${message}`),
    };
  const parsed = termsSchema.safeParse(read.value ?? {});
  if (parsed.success) return parsed.data;
  const found = describeIssues(parsed.error.issues, termsSchema, read.value, read.writtenAt);
  return { problems: found.map(({ field, message }) => `${path}, ${field.join('.')}: ${message}`) };
}

function refuse(problems: readonly string[]): void {
  console.error('Nothing is imported. Put this right and run the command again:');
  for (const problem of problems) console.error(`  ${problem}`);
  process.exitCode = 1;
}
