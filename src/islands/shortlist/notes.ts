import { changeCurrent, currentList } from './held.ts';
import { readHeld, writeHeld } from './held-storage.ts';

/** A note for each listing, in this tab alone: never in an address, never sent. */
export function startNotes(): void {
  addEventListener('input', ({ target }) => {
    const field = target as HTMLTextAreaElement;
    const slug = field.closest<HTMLElement>('[data-note-for]')?.dataset.noteFor;
    const held = readHeld();
    if (!slug || !held) return;
    const notes = { ...currentList(held).notes, [slug]: field.value };
    writeHeld(changeCurrent(held, { notes }));
  });
}

export function showNotes(): void {
  const held = readHeld();
  const template = document.getElementById('note-template') as HTMLTemplateElement | null;
  for (const place of document.querySelectorAll<HTMLElement>('[data-note-for]')) {
    place.replaceChildren();
    if (!held || !template) continue;
    const { noteFor: slug = '' } = place.dataset;
    const note = currentList(held).notes[slug] ?? '';
    place.append(template.content.cloneNode(true));
    const field = place.querySelector('textarea') as HTMLTextAreaElement;
    field.value = note;
    const name = place.querySelector('.note-name') as HTMLElement;
    name.textContent = `: ${place.closest('li')?.dataset.name}`;
    (place.querySelector('details') as HTMLDetailsElement).open = note !== '';
  }
}
