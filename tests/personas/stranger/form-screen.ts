import type { Locator, Page } from '@playwright/test';
import { isInSight } from './stranger.ts';
import type { Words } from './words.ts';

/** Finds what the form shows, as people find it: by the words of a question and those of its answers. */
export type FormScreen = ReturnType<typeof createFormScreen>;

export function createFormScreen(page: Page, words: Words) {
  // The site's own search box stands above every page.
  const main = page.getByRole('main');
  const question = (...keys: string[]) =>
    main.getByRole('group', { name: words.beginning(...keys) });

  return {
    main,
    question,
    box: (...keys: string[]) => {
      const name = words.beginning(...keys);
      return main.getByRole('textbox', { name }).or(main.getByRole('searchbox', { name })).first();
    },
    list: (...keys: string[]) => main.getByRole('combobox', { name: words.beginning(...keys) }),
    button: (...keys: string[]) =>
      main.getByRole('button', { name: words.beginning(...keys) }).last(),
    answer: (within: Locator, ...keys: string[]) => answerNamed(within, words.beginning(...keys)),
    answerNamed,
    heading: (...keys: string[]) =>
      main.getByRole('heading', { level: 1, name: words.exactly(...keys) }),
    says: (...keys: string[]) => isInSight(main.getByText(words.holding(...keys))),
    /** What is folded away under these words. */
    folded: (name: string | RegExp) =>
      main.locator('details:not([open]) > summary').filter({ hasText: name, visible: true }),
  };
}

/** One that may be ticked, of the question given. */
function answerNamed(within: Locator, name: RegExp): Locator {
  return within.getByRole('radio', { name }).or(within.getByRole('checkbox', { name })).first();
}
