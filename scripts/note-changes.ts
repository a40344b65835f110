// npm run content:note: writes into content/histories.yaml what has changed in the listings since it was
// last run, dated today. Lists that people made before tell them of it.
import { writeFileSync } from 'node:fs';
import {
  findNotes,
  formatHistories,
  type Note,
  noteChanges,
} from '../src/directory/reading/note-changes.ts';
import { directory, today } from '../src/wiring.ts';

const { listings, histories } = directory;
const notes = findNotes(listings, histories);
const added = notes.filter(({ what }) => what === 'new');

for (const note of notes) if (note.what !== 'new') console.log(describe(note));
// All of them, the first time.
if (added.length > 10) console.log(`${added.length} listings are new.`);
else for (const { slug } of added) console.log(`${slug}: new in the directory`);

if (notes.length === 0) {
  console.log('Nothing has changed since the last note.');
} else {
  writeFileSync(
    'content/histories.yaml',
    formatHistories(noteChanges(listings, histories, today())),
  );
  console.log('Written into content/histories.yaml. Commit it with your change.');
}

function describe({ slug, what }: Note): string {
  if (what === 'gone') return `${slug}: no longer in the directory`;
  return Array.isArray(what) ? `${slug}: changed ${what.join(', ')}` : slug;
}
