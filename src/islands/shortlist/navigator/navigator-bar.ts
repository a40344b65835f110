import { formatCountdown } from '../../../i18n/digits.ts';
import { fillInPage, pageNumbers } from '../../fill-in-page.ts';
import { writeText } from '../../write-text.ts';
import { readPageWords } from '../announce.ts';
import { clearEverything, clearThisTab } from '../stored/clear.ts';
import { shortlistName } from '../stored/shortlist-name.ts';
import { readShortlists, writeShortlists } from '../stored/shortlist-storage.ts';
import {
  currentShortlist,
  idleLeftMs,
  type StoredShortlists,
} from '../stored/stored-shortlists.ts';

/**
 * Navigator mode on every page: which list is worked on, one press that clears, and the limit to
 * lying idle. It counts down in sight for the last two minutes; any press of a key stops it.
 */
const WARN_MS = 120_000;
const WARN_AGAIN_MS = 30_000;
const TICK_MS = 1000;

let bar: HTMLElement | undefined;

export function showBar(): void {
  const stored = readShortlists();
  if (!stored?.mode) {
    hideBar();
    return;
  }
  bar ??= startBar();
  if (!bar.isConnected) document.body.append(bar);
  const shortlist = currentShortlist(stored);
  const values = { name: shortlistName(stored, stored.current), count: shortlist.slugs.length };
  setText('.navigator-list', fillInPage(readPageWords().bar.list, values));
  updateBar();
}

// The nickname is not left in a page that the browser keeps: showBar brings it back.
function hideBar() {
  bar?.remove();
}

function startBar(): HTMLElement {
  const { bar: words } = readPageWords();
  const started = document.createElement('aside');
  started.id = 'navigator-bar';
  started.tabIndex = -1;
  started.setAttribute('aria-label', words.name);
  // Words come from this site's own texts; what anyone typed is put in as text, above.
  started.innerHTML =
    '<p class="navigator-list" translate="no"></p><p class="navigator-left" hidden></p>' +
    '<p class="nhsuk-u-visually-hidden" role="alert"></p>';
  started.append(
    button('navigator-keep', words.keep, () => recordActivity()),
    button('navigator-clear', words.clear, clearEverything),
  );
  for (const press of ['keydown', 'pointerdown', 'scroll'] as const) {
    addEventListener(press, recordActivity, { passive: true });
  }
  addEventListener('pagehide', hideBar);
  document.addEventListener('visibilitychange', updateBar);
  setInterval(updateBar, TICK_MS);
  return started;
}

function button(id: string, text: string, onPress: () => void) {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', id, className: 'button button-quiet', textContent: text });
  made.addEventListener('click', onPress);
  return made;
}

function recordActivity() {
  if (!bar?.isConnected) return;
  const stored = readShortlists();
  const now = Date.now();
  if (stored && now - stored.lastUsed > TICK_MS) writeShortlists({ ...stored, lastUsed: now });
  updateBar();
}

let lastLeftMs = Number.POSITIVE_INFINITY;

function updateBar() {
  if (!bar?.isConnected) return;
  const stored = readShortlists();
  if (!stored) clearThisTab();
  else if (stored.mode) showTimeLeft(stored);
  else hideBar();
}

function showTimeLeft(stored: StoredShortlists) {
  const leftMs = idleLeftMs(stored, Date.now());
  const isEnding = leftMs <= WARN_MS;
  const time = formatCountdown(Math.ceil(leftMs / 1000), pageNumbers());
  const text = isEnding ? fillInPage(readPageWords().bar.left, { time }) : '';
  const keep = part('#navigator-keep');
  // Whoever pressed "Keep working" is not thrown to the top of the page.
  if (!isEnding && document.activeElement === keep) bar?.focus();
  keep.hidden = part('.navigator-left').hidden = !isEnding;
  setText('.navigator-left', text);
  const passed = [WARN_MS, WARN_AGAIN_MS].some((at) => leftMs <= at && lastLeftMs > at);
  if (passed || !isEnding) setText('[role=alert]', text);
  lastLeftMs = leftMs;
}

function part(selector: string): HTMLElement {
  return bar?.querySelector(selector) as HTMLElement;
}

function setText(selector: string, text: string) {
  writeText(part(selector), text);
}
