import { loadCrisisFinder } from '../../search/crisis/browser.ts';

/**
 * Shows where to get help at once below a box in which someone writes of danger. Never stops anybody,
 * keeps and sends nothing. The words to look out for are fetched when a box is first used.
 */

const PAUSE_MS = 500;

export function watchForCrisis(boxes: readonly HTMLElement[], onShown: () => void): void {
  let finder: ReturnType<typeof loadCrisisFinder> | undefined;
  for (const box of boxes) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const showHelpIfNeeded = async () => {
      clearTimeout(timer);
      finder ??= loadCrisisFinder();
      const kind = (await finder)?.((box as HTMLTextAreaElement).value);
      if (kind && showHelp(box, kind)) onShown();
    };
    box.addEventListener('focus', showHelpIfNeeded);
    box.addEventListener('change', showHelpIfNeeded);
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(showHelpIfNeeded, PAUSE_MS);
    });
  }
}

/** Copies the panel that the page brings along for this. false: it is there already. */
function showHelp(box: HTMLElement, kind: string): boolean {
  const id = `${box.id}-help`;
  const template = document.getElementById('urgent-help-template') as HTMLTemplateElement | null;
  const source = template?.content.querySelector('section');
  if (!source || document.getElementById(id)) return false;
  const panel = document.importNode(source, true);
  panel.id = id;
  const heading = panel.querySelector('h2');
  if (heading) heading.id = `${id}-heading`;
  panel.setAttribute('aria-labelledby', `${id}-heading`);
  const list = panel.querySelector('.crisis-lines');
  list?.prepend(...list.querySelectorAll(`[data-for~="${kind}"]`));
  box.closest('.field')?.append(panel);
  return true;
}
