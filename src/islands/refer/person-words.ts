import type { StepWords } from './step-words.ts';

type Pairs = [own: string, theirs: string][];

/**
 * "Your GP practice" becomes "their GP practice" once somebody asks for another person, and back. The
 * words are fetched only then; if they do not come, a note in the form says whom the questions are about.
 */
export function createPersonWords(
  form: HTMLFormElement,
  { errors }: StepWords,
): (isForOther: boolean) => Promise<void> {
  const asCame = readTexts();
  let pairs: Promise<Pairs | undefined> | undefined;

  async function fetchPairs(): Promise<Pairs | undefined> {
    try {
      return (await (await fetch(`${form.action}their-words.json`)).json()) as Pairs;
    } catch {
      pairs = undefined;
      return undefined;
    }
  }

  let isOther: boolean | undefined;
  return async (isForOther) => {
    if (isForOther === isOther) return;
    if (isForOther) pairs ??= fetchPairs();
    const fetched = await pairs;
    if (!fetched || isForOther === isOther) return;
    isOther = isForOther;
    const other = new Map(
      isForOther ? fetched : fetched.map(([own, theirs]): Pairs[number] => [theirs, own]),
    );
    for (const [code, text] of Object.entries(errors)) {
      errors[code as keyof typeof errors] = other.get(text) ?? text;
    }
    changeTexts(asCame, other);
  };
}

/** The texts of each element, in their order, as the page came or as they were changed since. */
type ElementTexts = Map<Element, string[]>;

function readTexts(): ElementTexts {
  const found: ElementTexts = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    // What somebody has written is theirs, whatever it says.
    if (data.trim() === '' || !parentElement || parentElement.matches('textarea')) continue;
    found.set(parentElement, [...(found.get(parentElement) ?? []), data.trim()]);
  }
  return found;
}

/** `asCame`: what a browser's translator has put in place of a text since is known by its place. */
function changeTexts(asCame: ElementTexts, other: ReadonlyMap<string, string>): void {
  for (const [element, texts] of new Map([...readTexts(), ...asCame])) {
    const pieces = [...element.childNodes].filter(isPiece);
    if (pieces.length !== texts.length) continue;
    texts.forEach((text, place) => {
      const change = other.get(text);
      const piece = pieces[place];
      // A script may have written something else there.
      if (!change || (piece instanceof Text && piece.data.trim() !== text)) return;
      texts[place] = change;
      piece?.replaceWith(` ${change} `);
    });
  }
}

/** A text, or what a translator makes of one. */
function isPiece(node: Node): node is Text | HTMLElement {
  return node instanceof Text ? node.data.trim() !== '' : node.nodeName === 'FONT';
}
