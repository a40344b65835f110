import { toLondon } from '../../../i18n/london.ts';
import { idleLeftMs, parseStoredShortlists, type StoredShortlists } from './stored-shortlists.ts';

/**
 * Where a tab remembers its shortlists: sessionStorage, under one key, and nowhere else. A browser
 * may refuse it; then nothing is remembered, and links lead to addresses as they do without a script.
 */
const KEY = 'shortlists';

/** What has lain idle for too long is forgotten at the latest when it is asked for. */
export function readShortlists(): StoredShortlists | undefined {
  try {
    const stored = parseStoredShortlists(sessionStorage.getItem(KEY), today());
    if (!stored?.mode || idleLeftMs(stored, Date.now()) > 0) return stored;
    clearShortlists();
  } catch {
    // Storage is refused.
  }
  return undefined;
}

/** false: not remembered. */
export function writeShortlists(stored: StoredShortlists): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

export function clearShortlists(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was remembered.
  }
}

export function canStore(): boolean {
  try {
    return sessionStorage.length >= 0;
  } catch {
    return false;
  }
}

/** The day in London, as the server counts it: '2026-11-22'. */
export function today(): string {
  return toLondon(new Date()).date;
}
