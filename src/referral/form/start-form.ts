import { noAnswers } from './form-model.ts';
import type { FormDependencies, FormResponse } from './handle-form.ts';

/** What a link to the form may carry: nothing about a person. */
export interface Prefilled {
  /** Slugs to tick. */
  needs?: readonly string[];
  /** A helper is asking; the form asks them first whether the person agreed. */
  forSomeoneElse?: boolean;
  /** ODS code, as a practice's poster carries it. */
  practice?: string | null;
}

/** An empty form. */
export function startForm(
  prefilled: Prefilled,
  dependencies: Pick<FormDependencies, 'facts' | 'tokens'>,
): Extract<FormResponse, { show: 'form' }> {
  const { needs = [], forSomeoneElse = false, practice } = prefilled;
  const known = dependencies.facts();
  return {
    show: 'form',
    status: 200,
    typed: {
      ...noAnswers,
      referralFor: forSomeoneElse ? 'someone-else' : '',
      practice: known.practices.find((code) => code === practice) ?? '',
      needs: known.needs.filter((need) => needs.includes(need)),
    },
    formToken: dependencies.tokens.issue(),
    errors: [],
    practiceSearch: '',
  };
}
