import { hydrate } from 'preact';
import { SearchBox } from './SearchBox.tsx';
import type { SuggestionWords } from './suggestion-words.ts';

const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));

/**
 * Lets the search box that carries `data-suggestions` suggest, once the browser has nothing more urgent
 * to do; the attribute goes when it does. Mounted here and not as an island of Astro's, which would take
 * a tenth of the server's work on a page of results, and 2 kB more script.
 */
export function startSearchBox(): void {
  const box = document.querySelector<HTMLElement>('[data-suggestions]');
  const input = box?.querySelector('input');
  if (!box || !input) return;
  const words = JSON.parse(box.dataset.suggestions ?? '') as SuggestionWords;
  const describedBy = input.getAttribute('aria-describedby') ?? undefined;
  whenIdle(() => {
    // Preact would move the input in front of the space between tags, and the focus of who types there is lost.
    for (const node of [...box.childNodes]) if (node !== input) node.remove();
    hydrate(
      <SearchBox
        id={input.id}
        value={input.defaultValue}
        describedBy={describedBy}
        words={words}
      />,
      box,
    );
    delete box.dataset.suggestions;
  });
}
