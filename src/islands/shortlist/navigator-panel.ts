import type { Locale } from '../../i18n/locale.ts';
import { toShortlistAddress } from '../../shortlist/browser.ts';
import { fillInPage } from '../fill-in-page.ts';
import { announce } from './announce.ts';
import { clearEverything } from './clear.ts';
import {
  appendList,
  beginHeld,
  changeCurrent,
  currentList,
  dropCurrent,
  type Held,
  type IdleMinutes,
  leaveMode,
} from './held.ts';
import { readHeld, today, writeHeld } from './held-storage.ts';
import { showListAt } from './in-place.ts';
import { nameOf } from './list-names.ts';
import { type PanelWords, readPanelWords } from './panel-words.ts';

/**
 * The switch of navigator mode and what belongs to it. Its fields are the server's; here they get what
 * the tab remembers, and what they are changed to is remembered.
 */
export function startNavigatorPanel(onChange: () => void): void {
  const change = (next: Held) => writeHeld({ ...next, lastUsed: Date.now() });
  addEventListener('change', ({ target }) => {
    const field = target as HTMLInputElement;
    const held = readHeld() ?? beginHeld(Date.now());
    if (field.id === 'navigator-switch') {
      const isKept = change(field.checked ? { ...held, mode: true } : leaveMode(held));
      if (!isKept) field.checked = false;
      onChange();
      announce(readPanelWords()[field.checked ? 'modeOn' : 'modeOff']);
    }
    if (field.name === 'idle') {
      change({ ...held, idleMinutes: Number(field.value) as IdleMinutes });
      onChange();
    }
  });
  addEventListener('input', ({ target }) => {
    const { id, value } = target as HTMLInputElement;
    const held = readHeld();
    if (!held) return;
    if (id === 'made-by') change({ ...held, madeBy: value });
    if (id !== 'list-name') return;
    change(changeCurrent(held, { name: value }));
    onChange();
  });
  addEventListener('click', (event) => {
    const { id, dataset } = event.target as HTMLElement;
    const held = readHeld();
    if (!held) return;
    if (id === 'clear-everything') clearEverything();
    if (id === 'start-list') {
      open(appendList(held, { name: '', slugs: [], made: today(), notes: {} }), 'started');
    }
    if (id === 'drop-list') open(dropCurrent(held), 'dropped');
    if (dataset.list) open({ ...held, current: Number(dataset.list) }, 'opened');
  });

  function open(next: Held, said: keyof PanelWords) {
    if (!change(next)) return;
    const address = toShortlistAddress(document.documentElement.lang as Locale, currentList(next));
    showListAt(address, () => {
      onChange();
      announce(
        fillInPage(readPanelWords()[said], {
          name: nameOf(next, next.current),
          count: currentList(next).slugs.length,
        }),
      );
      document.querySelector<HTMLElement>('.navigator-open[aria-current]')?.focus();
    });
  }
}

export function showNavigatorPanel(): void {
  const panel = document.getElementById('navigator');
  if (!panel) return;
  const held = readHeld();
  const isOn = held?.mode ?? false;
  panel.hidden = false;
  field('navigator-switch').checked = isOn;
  (document.getElementById('navigator-on') as HTMLElement).hidden = !isOn;
  if (!held || !isOn) return;
  setValue('list-name', currentList(held).name);
  setValue('made-by', held.madeBy);
  field(`idle-${held.idleMinutes}`).checked = true;
  document.getElementById('navigator-lists')?.replaceChildren(...held.lists.map(toItem(held)));
}

function toItem(held: Held) {
  return ({ slugs }: { slugs: string[] }, index: number) => {
    const button = document.createElement('button');
    const isCurrent = index === held.current;
    button.type = 'button';
    button.className = 'navigator-open';
    button.dataset.list = `${index}`;
    button.ariaCurrent = isCurrent ? 'true' : null;
    button.textContent = fillInPage('{{name}} ({{count}})', {
      name: nameOf(held, index),
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
