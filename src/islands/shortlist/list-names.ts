import { fill, inDigits } from '../fill-words.ts';
import { readPageWords } from './announce.ts';
import type { Held } from './held.ts';

/** A list's nickname, or 'List 2'. */
export function nameOf({ lists }: Held, index: number): string {
  const name = lists[index]?.name.trim();
  return name || fill(readPageWords().bar.unnamed, { number: inDigits(index + 1) });
}
