import { toShortlistAddress } from '../../../shortlist/browser.ts';
import { fillInPage } from '../../fill-in-page.ts';
import { pageLocale } from '../../page-locale.ts';
import { announce } from '../announce.ts';
import { showShortlistAt } from '../page/entry-actions.ts';
import { clearEverything } from '../stored/clear.ts';
import { shortlistName } from '../stored/shortlist-name.ts';
import { readShortlists, today, writeShortlists } from '../stored/shortlist-storage.ts';
import {
  appendShortlist,
  changeCurrent,
  currentShortlist,
  emptyShortlists,
  type IdleMinutes,
  leaveNavigatorMode,
  removeCurrent,
  type StoredShortlists,
} from '../stored/stored-shortlists.ts';
import { type PanelWords, readPanelWords } from './panel-words.ts';

/**
 * The switch of navigator mode and what belongs to it. Its fields are the server's; here they get what
 * the tab remembers, and what they are changed to is remembered.
 */
export function startNavigatorPanel(onChange: () => void): void {
  const change = (next: StoredShortlists) => writeShortlists({ ...next, lastUsed: Date.now() });
  addEventListener('change', ({ target }) => {
    const field = target as HTMLInputElement;
    const stored = readShortlists() ?? emptyShortlists(Date.now());
    if (field.id === 'navigator-switch') {
      const isStored = change(
        field.checked ? { ...stored, mode: true } : leaveNavigatorMode(stored),
      );
      if (!isStored) field.checked = false;
      onChange();
      announce(readPanelWords()[field.checked ? 'modeOn' : 'modeOff']);
    }
    if (field.name === 'idle') {
      change({ ...stored, idleMinutes: Number(field.value) as IdleMinutes });
      onChange();
    }
  });
  addEventListener('input', ({ target }) => {
    const { id, value } = target as HTMLInputElement;
    const stored = readShortlists();
    if (!stored) return;
    if (id === 'made-by') change({ ...stored, madeBy: value });
    if (id !== 'list-name') return;
    change(changeCurrent(stored, { name: value }));
    onChange();
  });
  addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    const stored = readShortlists();
    if (!button || !stored) return;
    const { id, dataset } = button;
    if (id === 'clear-everything') clearEverything();
    if (id === 'start-list') {
      open(appendShortlist(stored, { name: '', slugs: [], made: today(), notes: {} }), 'started');
    }
    if (id === 'drop-list') open(removeCurrent(stored), 'dropped');
    if (dataset.list) open({ ...stored, current: Number(dataset.list) }, 'opened');
  });

  function open(next: StoredShortlists, message: keyof PanelWords) {
    if (!change(next)) return;
    const address = toShortlistAddress(pageLocale(), currentShortlist(next));
    showShortlistAt(address, () => {
      onChange();
      announce(
        fillInPage(readPanelWords()[message], {
          name: shortlistName(next, next.current),
          count: currentShortlist(next).slugs.length,
        }),
      );
      document.querySelector<HTMLElement>('.navigator-open[aria-current]')?.focus();
    });
  }
}

export function showNavigatorPanel(): void {
  const panel = document.getElementById('navigator');
  if (!panel) return;
  const stored = readShortlists();
  const isOn = stored?.mode ?? false;
  panel.hidden = false;
  field('navigator-switch').checked = isOn;
  (document.getElementById('navigator-on') as HTMLElement).hidden = !isOn;
  if (!stored || !isOn) return;
  setValue('list-name', currentShortlist(stored).name);
  setValue('made-by', stored.madeBy);
  field(`idle-${stored.idleMinutes}`).checked = true;
  document.getElementById('navigator-lists')?.replaceChildren(...stored.lists.map(toItem(stored)));
}

function toItem(stored: StoredShortlists) {
  return ({ slugs }: { slugs: string[] }, index: number) => {
    const button = document.createElement('button');
    const isCurrent = index === stored.current;
    button.type = 'button';
    button.className = 'navigator-open';
    button.dataset.list = `${index}`;
    if (isCurrent) button.setAttribute('aria-current', 'true');
    // Nicknames are for this tab alone: a browser's translator would send them to its maker.
    button.setAttribute('translate', 'no');
    button.textContent = fillInPage('{{name}} ({{count}})', {
      name: shortlistName(stored, index),
      count: slugs.length,
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  };
}

function field(id: string): HTMLInputElement {
  return document.getElementById(id) as HTMLInputElement;
}

// Not while it is typed in: the cursor would jump to its end.
function setValue(id: string, value: string) {
  if (document.activeElement?.id !== id) field(id).value = value;
}
