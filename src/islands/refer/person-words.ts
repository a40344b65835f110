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
  let pairs: Promise<Pairs | undefined> | undefined;

  async function fetchPairs(): Promise<Pairs | undefined> {
    try {
      return (await (await fetch(`${form.action}their-words.json`)).json()) as Pairs;
    } catch {
      pairs = undefined;
      return undefined;
    }
  }

  return async (isForOther) => {
    if (isForOther) pairs ??= fetchPairs();
    const fetched = await pairs;
    if (!fetched) return;
    const other = new Map(
      isForOther ? fetched : fetched.map(([own, theirs]): Pairs[number] => [theirs, own]),
    );
    for (const [code, text] of Object.entries(errors)) {
      errors[code as keyof typeof errors] = other.get(text) ?? text;
    }
    changeTexts(other);
  };
}

function changeTexts(other: ReadonlyMap<string, string>): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const change = other.get(node.data.trim());
    // What somebody has written is theirs, whatever it says.
    if (change && !node.parentElement?.matches('textarea')) node.data = ` ${change} `;
  }
}
