/** What each element was last given to say. */
const written = new WeakMap<Element, string>();

/**
 * Makes an element say something, and leaves it alone if it was told so before. What it holds cannot be
 * compared with: a browser's translator puts other words there, and would translate the same words again
 * with each writing. For the same reason no text node may be held on to.
 */
export function writeText(element: Element, text: string): void {
  if (written.get(element) === text) return;
  written.set(element, text);
  element.textContent = text;
}
