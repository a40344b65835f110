import type { Directory } from '../../directory/directory.ts';
import type { FormFacts } from '../browser.ts';

/** What answers are checked against: what the directory offers to choose from. */
export function toFormFacts(
  { practices, lists }: Pick<Directory, 'practices' | 'lists'>,
  today: string,
): FormFacts {
  return {
    practices: practices.map(({ odsCode }) => odsCode),
    needs: lists.needs.map(({ slug }) => slug),
    languages: lists.languages.map(({ slug }) => slug),
    today,
  };
}
