import { fillInPage } from '../../fill-in-page.ts';
import { readPageWords } from '../announce.ts';
import type { StoredShortlists } from './stored-shortlists.ts';

/** A list's nickname, or 'List 2'. */
export function shortlistName({ lists }: StoredShortlists, index: number): string {
  const name = lists[index]?.name.trim();
  return name || fillInPage(readPageWords().bar.unnamed, { number: index + 1 });
}
