import { definePlugin, type HtmlElement, Rule } from 'html-validate';

const LIST = /^(div )*$|^((dt )+(dd )+)+$/;
const GROUP_IN_DIV = /^(dt )+(dd )+$/;

/** A description list is groups of terms before what is said of them, each in a <div> or none: the package looks only at what may stand in a list. */
class DescriptionGroups extends Rule {
  override setup(): void {
    this.on('dom:ready', ({ document }) => {
      for (const list of document.querySelectorAll('dl')) {
        this.#look(list, LIST);
        for (const child of list.childElements) {
          if (child.is('div')) this.#look(child, GROUP_IN_DIV);
        }
      }
    });
  }

  #look(element: HtmlElement, wanted: RegExp): void {
    const names = element.childElements
      .filter((child) => !child.is('script') && !child.is('template'))
      .map(({ tagName }) => `${tagName} `)
      .join('');
    if (wanted.test(names)) return;
    this.report({
      node: element,
      message: `<${element.tagName}> holds ${names.trim() || 'nothing'}`,
    });
  }
}

export const descriptionGroups = definePlugin({
  name: 'description-groups',
  rules: { 'description-groups': DescriptionGroups },
});
