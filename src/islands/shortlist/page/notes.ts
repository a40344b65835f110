import { readShortlists, writeShortlists } from '../stored/shortlist-storage.ts';
import { changeCurrent, currentShortlist } from '../stored/stored-shortlists.ts';

/** A note for each listing, in this tab alone: never in an address, never sent. */
export function startNotes(): void {
  addEventListener('input', ({ target }) => {
    const field = target as HTMLTextAreaElement;
    const slug = field.closest<HTMLElement>('[data-note-for]')?.dataset.noteFor;
    const stored = readShortlists();
    if (!slug || !stored) return;
    const notes = { ...currentShortlist(stored).notes, [slug]: field.value };
    writeShortlists(changeCurrent(stored, { notes }));
  });
}

export function showNotes(): void {
  const stored = readShortlists();
  const template = document.getElementById('note-template') as HTMLTemplateElement | null;
  for (const container of document.querySelectorAll<HTMLElement>('[data-note-for]')) {
    container.replaceChildren();
    if (!stored || !template) continue;
    const { noteFor: slug = '' } = container.dataset;
    const note = currentShortlist(stored).notes[slug] ?? '';
    container.append(template.content.cloneNode(true));
    const field = container.querySelector('textarea') as HTMLTextAreaElement;
    field.value = note;
    const name = container.querySelector('.note-name') as HTMLElement;
    name.textContent = `: ${container.closest('li')?.dataset.name}`;
    (container.querySelector('details') as HTMLDetailsElement).open = note !== '';
  }
}
