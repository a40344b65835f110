import type { CrisisWords, createCrisisFinder } from './crisis-words.ts';

/**
 * The browser's door into the words of danger: fetches them and gives a look-out for them. What is looked at
 * stays in the browser.
 * undefined: they could not be had; the server looks when the form is sent.
 */
export async function loadCrisisFinder(): Promise<
  ReturnType<typeof createCrisisFinder> | undefined
> {
  try {
    // Not before it is needed: most who open the form never write in such a box.
    const [crisis, response] = await Promise.all([
      import('./crisis-words.ts'),
      fetch('/crisis-words.json'),
    ]);
    if (!response.ok) return undefined;
    return crisis.createCrisisFinder((await response.json()) as CrisisWords);
  } catch {
    return undefined;
  }
}
