import { mendWord } from '../../directory/mend-word.ts';
import { noAnswers } from './form-model.ts';
import type { FormDependencies, FormResponse } from './handle-form.ts';

/** What a link to the form may carry: nothing about a person. */
export interface Prefilled {
  /** Slugs to tick. */
  needs?: readonly string[];
  /** A helper is asking; the form asks them first whether the person agreed. */
  forSomeoneElse?: boolean;
  /** ODS code, as a practice's poster carries it, or as it was copied from there. */
  practice?: string | null;
}

/** An empty form. */
export function startForm(
  prefilled: Prefilled,
  dependencies: Pick<FormDependencies, 'facts' | 'tokens'>,
): Extract<FormResponse, { show: 'form' }> {
  const { needs = [], forSomeoneElse = false, practice } = prefilled;
  const known = dependencies.facts();
  const ticked = needs.map((need) => mendWord(need).toLowerCase());
  return {
    show: 'form',
    status: 200,
    typed: {
      ...noAnswers,
      referralFor: forSomeoneElse ? 'someone-else' : '',
      practice: findPractice(practice ?? '', known.practices),
      needs: known.needs.filter((need) => ticked.includes(need)),
    },
    formToken: dependencies.tokens.issue(),
    errors: [],
    practiceSearch: '',
  };
}

// Mail programs take the full stop of a sentence into a link, and people copy codes in small letters, with an
// O for a nought. A code is one letter, then figures.
function findPractice(typed: string, known: readonly string[]): string {
  const code = typed.replace(/^3d|[^a-z\d]/gi, '').toUpperCase();
  const figures = code.slice(1).replaceAll('O', '0').replace(/[IL]/g, '1');
  return [code, code.slice(0, 1) + figures].find((each) => known.includes(each)) ?? '';
}
