import type { World } from './world.ts';

export interface Step {
  name: string;
  /** Throws when something is not as it should be; resolves to what was seen, in one line. */
  run(world: World): Promise<string>;
}

/** Throws with both sides unless they are the same. */
export function expectSame(what: string, found: unknown, wanted: unknown): void {
  const [one, other] = [found, wanted].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`${what} is ${one}, and should be ${other}.`);
}

/** Throws unless the text holds the words. */
export function expectWords(what: string, text: string, words: string): void {
  if (!text.includes(words)) throw new Error(`${what} does not say "${words}":\n${text}`);
}

/** What `look` finds, as soon as it finds something; throws after five minutes: a letter may wait for its next try. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const end = performance.now() + 300_000;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${what} did not come about within five minutes.`);
}
