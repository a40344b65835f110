import { describe, expect, test } from 'vitest';
import { findHtmlFaults } from '../../support/site/html-faults.ts';

const inPage = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`;

/** The rule that should find it, and what it should find. */
const broken = [
  ['no-dup-attr', 'an attribute twice', '<p class="a" class="b">x</p>'],
  ['no-dup-attr', 'another type after a spread', '<input type="text" id="x" type="tel">'],
  ['no-dup-id', 'an id twice', '<p id="a">x</p><p id="a">y</p>'],
  ['element-permitted-content', 'a block in a span', '<span><div>x</div></span>'],
  ['no-implicit-close', 'a list in a paragraph', '<p>x<ul><li>y</li></ul></p>'],
  ['close-order', 'tags that cross', '<p><b><i>x</b></i></p>'],
  ['element-permitted-content', 'a paragraph straight in a list', '<ul><p>x</p></ul>'],
  ['element-permitted-parent', 'a list item outside a list', '<div><li>x</li></div>'],
  ['element-permitted-content', 'a span in a description list', '<dl><span>x</span></dl>'],
  [
    'element-permitted-order',
    'a legend after a field',
    '<fieldset><p>y</p><legend>x</legend></fieldset>',
  ],
  ['element-required-ancestor', 'a term outside a list', '<div><dt>x</dt></div>'],
  ['description-groups', 'a description before its term', '<dl><dd>y</dd><dt>x</dt></dl>'],
  ['description-groups', 'a term of which nothing is said', '<dl><div><dt>x</dt></div></dl>'],
  [
    'description-groups',
    'a paragraph in a group',
    '<dl><div><dt>x</dt><dd>y</dd><p>z</p></div></dl>',
  ],
  [
    'description-groups',
    'groups with and without',
    '<dl><dt>x</dt><dd>y</dd><div><dt>x</dt><dd>y</dd></div></dl>',
  ],
  ['element-permitted-content', 'a button in a link', '<a href="/"><button>x</button></a>'],
  ['element-permitted-content', 'a link in a button', '<button><a href="/">x</a></button>'],
  ['element-permitted-content', 'a link in a link', '<a href="/">x<a href="/b/">y</a></a>'],
  ['element-permitted-content', 'a form in a form', '<form><form></form></form>'],
  ['no-multiple-main', 'a second main part', '<main>x</main>'],
  ['void-content', 'an end of what has none', '<br></br>'],
] as const;

describe('among the few rules that hold for every page', () => {
  test.each(broken)('%s finds %s', (rule, _what, body) => {
    expect(rulesOf(findHtmlFaults(inPage(body), 'nesting'))).toContain(rule);
  });
});

describe('among all rules', () => {
  test.each([
    ...broken,
    ['attribute-allowed-values', 'a value that the standard does not have', '<ol type="x"></ol>'],
    ['input-attributes', 'an attribute of another kind', '<input type="checkbox" maxlength="3">'],
    ['valid-autocomplete', 'a word that browsers do not know', '<input autocomplete="fone">'],
    ['no-missing-references', 'a label for nothing', '<label for="gone">x</label>'],
    ['no-missing-references', 'a description of nothing', '<p aria-describedby="gone">x</p>'],
    ['input-missing-label', 'a field without a label', '<input id="a" type="text">'],
    ['unique-landmark', 'two ways round without a name', '<nav>x</nav><nav>y</nav>'],
    ['valid-id', 'an id with a space', '<p id="a b">x</p>'],
    ['heading-level', 'a heading of a level left out', '<h4>x</h4>'],
    ['no-dup-id', 'an id twice in a template', '<template><i id="a"></i><i id="a"></i></template>'],
  ] as const)('%s finds %s', (rule, _what, body) => {
    expect(rulesOf(findHtmlFaults(inPage(body), 'all'))).toContain(rule);
  });

  test('nothing is found in a page that is right', () => {
    const body =
      '<p id="খাবার">x</p><form action="/"><label for="a">x</label><input type="tel" id="a" name="a">' +
      '<fieldset><legend>y</legend><label for="b"><input type="checkbox" id="b" name="c"> b</label>' +
      '<label for="d"><input type="checkbox" id="d" name="c"> d</label></fieldset><button>z</button></form>' +
      '<dl><div><dt>x</dt><dd>y</dd><dd>z</dd></div></dl><template><p id="a">x</p></template>';

    expect(findHtmlFaults(inPage(body), 'all')).toEqual([]);
  });
});

const rulesOf = (faults: string[]) => faults.map((fault) => fault.split(':')[0]);
