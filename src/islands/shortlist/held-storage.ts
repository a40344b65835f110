import { toLondon } from '../../i18n/london.ts';
import { type Held, idleLeftMs, parseHeld } from './held.ts';

/**
 * Where a tab remembers its shortlists: sessionStorage, under one key, and nowhere else. A browser
 * may refuse it; then nothing is remembered, and links lead to addresses as they do without a script.
 */
const KEY = 'shortlists';

/** What has lain idle for too long is forgotten at the latest when it is asked for. */
export function readHeld(): Held | undefined {
  try {
    const held = parseHeld(sessionStorage.getItem(KEY), today());
    if (!held?.mode || idleLeftMs(held, Date.now()) > 0) return held;
    forgetHeld();
  } catch {
    // Storage is refused.
  }
  return undefined;
}

/** false: not remembered. */
export function writeHeld(held: Held): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(held));
    return true;
  } catch {
    return false;
  }
}

export function forgetHeld(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was remembered.
  }
}

export function canRemember(): boolean {
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
