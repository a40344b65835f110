import type { Directory } from '../../directory/directory.ts';
import { suggestEmail } from './suggest-email.ts';

/** What answers are checked against. */
export interface FormFacts {
  /** ODS codes. */
  practices: readonly string[];
  /** Slugs. */
  needs: readonly string[];
  languages: readonly string[];
  /** '2026-11-22' */
  today: string;
  /** The address that was more likely meant. The server asks alone: browsers are not sent the words for it. */
  suggestEmail?: (typed: string) => string | undefined;
}

/** What the directory offers to choose from. */
export function toFormFacts(
  { practices, lists }: Pick<Directory, 'practices' | 'lists'>,
  today: string,
): FormFacts {
  return {
    practices: practices.map(({ odsCode }) => odsCode),
    needs: lists.needs.map(({ slug }) => slug),
    languages: lists.languages.map(({ slug }) => slug),
    today,
    suggestEmail,
  };
}
