import type { StepWords } from './step-words.ts';

/**
 * "Your GP practice" becomes "their GP practice" once somebody asks for another person, and back. The
 * words are fetched only then; if they do not come, a note in the form says whom the questions are about.
 */
export function createPersonWords(
  form: HTMLFormElement,
  { errors }: StepWords,
): (isForOther: boolean) => Promise<void> {
  let pairs: Promise<[string, string][] | undefined> | undefined;

  return async (isForOther) => {
    if (isForOther) pairs ??= fetchPairs(`${form.action}their-words.json`);
    const fetched = await pairs;
    if (!fetched) {
      pairs = undefined;
      return;
    }
    const other = new Map(
      isForOther ? fetched : fetched.map(([own, theirs]): [string, string] => [theirs, own]),
    );
    for (const [code, text] of Object.entries(errors)) {
      errors[code as keyof typeof errors] = other.get(text) ?? text;
    }
    changeTexts(form.parentElement ?? form, other);
  };
}

async function fetchPairs(path: string): Promise<[string, string][] | undefined> {
  try {
    const answer = await fetch(path);
    return answer.ok ? ((await answer.json()) as [string, string][]) : undefined;
  } catch {
    return undefined;
  }
}

function changeTexts(root: HTMLElement, other: ReadonlyMap<string, string>): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const words = node.data.trim();
    const change = other.get(words);
    // What somebody has written is theirs, whatever it says.
    if (change === undefined || node.parentElement?.matches('textarea')) continue;
    node.data = node.data.replace(words, () => change);
  }
}
