// npm run content:note: writes into content/histories.yaml what has changed in the listings since it was
// last run, dated today. Lists that people made before tell them of it. Where two people have changed that
// file and both sides are in it, makes one of them. "-- --not-renamed": a file that seems to have another
// name is another listing. "-- --same=bow-strollers,elatt": their facts are only said in another way, and
// nobody is told of a change.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatProblem } from '../src/directory/reading/content-problem.ts';
import { findBothSides, mergeHistories } from '../src/directory/reading/merge-histories.ts';
import {
  describeRename,
  findEarliest,
  findNotes,
  findRenames,
  formatHistories,
  type Note,
  noteChanges,
} from '../src/directory/reading/note-changes.ts';
import { parseDirectory } from '../src/directory/reading/parse-directory.ts';
import { today } from '../src/platform/clock.ts';
import { loadContentFiles } from '../src/platform/files/content-files.ts';

const FILE = 'histories.yaml';
const { values: options } = parseArgs({
  options: { 'not-renamed': { type: 'boolean' }, same: { type: 'string' } },
});
const same = new Set(options.same?.split(',').map((slug) => slug.trim()));

const { files, ...rest } = loadContentFiles('content');
const noted = files.find(({ path }) => path === FILE)?.text ?? '';
const isMerge = findBothSides(noted) !== undefined;
// Two sides of the histories are for this command to put right.
const parsed = parseDirectory(
  { ...rest, files: files.filter(({ path }) => !(isMerge && path === FILE)) },
  today(),
);
if (!parsed.ok) {
  refuse(parsed.problems.map(formatProblem));
} else if (isMerge) {
  const merged = mergeHistories(noted, parsed.directory.listings);
  if (merged.ok) note(parsed.directory.listings, merged.histories, merged.begun);
  else refuse([formatProblem({ file: FILE, ...merged })]);
} else {
  const { listings, histories, historiesBegun } = parsed.directory;
  note(listings, histories, historiesBegun);
}

function note(
  listings: Parameters<typeof findNotes>[0],
  histories: Parameters<typeof findNotes>[1],
  begun: string | undefined,
): void {
  const unknown = [...same].filter((slug) => !listings.some((listing) => listing.slug === slug));
  if (unknown.length > 0) {
    refuse(
      unknown.map(
        (slug) => `--same names '${slug}', which is no listing. Give slugs, with commas.`,
      ),
    );
    return;
  }
  const notes = findNotes(listings, histories);
  const renames = options['not-renamed'] ? [] : findRenames(listings, histories, notes);
  const left = new Set(renames.flatMap(({ from, to }) => [from, to]));
  const told = notes.filter(({ slug }) => !left.has(slug));
  tell(told);
  if (isMerge) console.log('Both sides of histories.yaml are one again.');
  const changed = noteChanges(listings, histories, today(), left, same);
  const text = formatHistories(changed, begun ?? findEarliest(histories) ?? today());
  // Also where nothing changed but what is noted: more than the command knew when it was last run.
  if (text !== noted && (isMerge || told.length > 0 || renames.length === 0)) {
    writeFileSync(`content/${FILE}`, text);
    console.log('Written into content/histories.yaml. Commit it with your change.');
  } else if (renames.length === 0) console.log('Nothing has changed since the last note.');
  for (const rename of renames) console.error(describeRename(rename));
  if (renames.length > 0) process.exitCode = 1;
}

function tell(notes: readonly Note[]): void {
  const added = notes.filter(({ what }) => what === 'new');
  for (const each of notes) if (each.what !== 'new') console.log(describe(each));
  // All of them, the first time.
  if (added.length > 10) console.log(`${added.length} listings are new.`);
  else for (const { slug } of added) console.log(`${slug}: new in the directory`);
}

function describe({ slug, what }: Note): string {
  if (what === 'gone') return `${slug}: no longer in the directory`;
  if (same.has(slug)) return `${slug}: the same, said in another way`;
  if (what === 'words') return `${slug}: changed words`;
  return Array.isArray(what) ? `${slug}: changed ${what.join(', ')}` : slug;
}

function refuse(problems: readonly string[]): void {
  console.error('Nothing is written. Put this right and run the command again:');
  for (const problem of problems) console.error(`  ${problem}`);
  process.exitCode = 1;
}
