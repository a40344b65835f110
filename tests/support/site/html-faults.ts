import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { descriptionGroups } from './description-groups.ts';

/** `nesting`: what a browser mends in silence, in its own way; `all`: that and the rest of the standard. */
export type HtmlRules = 'nesting' | 'all';

const nesting: ConfigData = {
  elements: ['html5'],
  plugins: [descriptionGroups],
  rules: {
    'no-dup-attr': 'error',
    'no-dup-id': 'error',
    'close-order': 'error',
    'no-implicit-close': 'error',
    'void-content': 'error',
    'element-permitted-content': 'error',
    'element-permitted-occurrences': 'error',
    'element-permitted-order': 'error',
    'element-permitted-parent': 'error',
    'element-required-ancestor': 'error',
    'no-multiple-main': 'error',
    'description-groups': 'error',
  },
};

const all: ConfigData = {
  elements: ['html5'],
  extends: ['html-validate:recommended', 'html-validate:document'],
  plugins: [descriptionGroups],
  rules: {
    'description-groups': 'error',
    // The standard lets an id be anything without a space: those of headings are in their language.
    'valid-id': ['error', { relaxed: true }],
    // Boxes to tick that are one question have one name, and so have hidden fields that carry its answers.
    'form-dup-name': 'off',
    // What went wrong, and that this is a demonstration, stand before the main heading.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // A button without a type sends its form, as the standard says, and that is what ours are for.
    'no-implicit-button-type': 'off',
    // A label around its box names it by id too, for programs that read only one of them.
    'no-redundant-for': 'off',
    // Both ways to write it are the standard's.
    'doctype-style': 'off',
    // A title holds the name that a service has, however long.
    'long-title': 'off',
    // Styles keep telephone numbers on one line, and a number that is copied has plain spaces.
    'tel-non-breaking': 'off',
    // Against other people's servers: all that a page loads comes from the site itself.
    'require-sri': 'off',
  },
};

/** What is wrong with a page, one line each: 'no-dup-id: Duplicate ID "a" (#a, 3:14)'. */
export function findHtmlFaults(html: string, which: HtmlRules): string[] {
  if (which === 'nesting') return report(validators.nesting, html);
  // What a template holds is a document of its own, which rules about a page would count into the page.
  const templates = [...html.matchAll(TEMPLATE)].map(([, content = '']) => content);
  return [
    ...report(validators.all, html.replaceAll(TEMPLATE, '<template></template>')),
    ...templates.flatMap((content) => report(validators.nesting, content)),
  ];
}

const TEMPLATE = /<template\b[^>]*>([\s\S]*?)<\/template>/g;

type Config = ReturnType<StaticConfigLoader['getConfigFor']>;

// The package resolves its configuration for each page anew, which takes longer than most pages.
class OnceResolved extends StaticConfigLoader {
  #config: Config | undefined;

  override getConfigFor(handle: string): Config {
    this.#config ??= super.getConfigFor(handle);
    return this.#config;
  }
}

const validators = {
  nesting: new HtmlValidate(new OnceResolved(nesting)),
  all: new HtmlValidate(new OnceResolved(all)),
};

function report(validator: HtmlValidate, html: string): string[] {
  return validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, selector, line, column }) =>
          `${ruleId}: ${message} (${selector}, ${line}:${column})`,
      ),
    );
}
