import { loadCrisisFinder } from '../../search/crisis/browser.ts';

/**
 * Shows where to get help at once below a box in which someone writes of danger, or at the end of the
 * next question if they have gone on meanwhile. Never stops anybody, keeps and sends nothing. The words to
 * look out for are fetched when a box is first used.
 */

const PAUSE_MS = 500;
const OPEN_STEP = '.step:not([hidden])';

export function watchForCrisis(boxes: readonly HTMLElement[], onShown: () => void): void {
  let finder: ReturnType<typeof loadCrisisFinder> | undefined;
  const isPressing = watchPointer();
  for (const box of boxes) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const showHelpSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(showHelpIfNeeded, PAUSE_MS);
    };
    const showHelpIfNeeded = async () => {
      // What comes while a button is pressed would move it from under the finger.
      if (isPressing()) return showHelpSoon();
      clearTimeout(timer);
      finder ??= loadCrisisFinder();
      const kind = (await finder)?.((box as HTMLTextAreaElement).value);
      if (kind && showHelp(box, kind)) onShown();
    };
    box.addEventListener('focus', showHelpIfNeeded);
    box.addEventListener('change', showHelpSoon);
    box.addEventListener('input', showHelpSoon);
  }
}

/** Whether a finger or a mouse button is down. */
function watchPointer(): () => boolean {
  let isDown = false;
  const set = (isNow: boolean) => () => {
    isDown = isNow;
  };
  addEventListener('pointerdown', set(true), true);
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, set(false), true);
  return () => isDown;
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
  const isOpen = !box.closest('[hidden]');
  const place = isOpen ? box.closest('.field') : box.closest('form')?.querySelector(OPEN_STEP);
  place?.append(panel);
  return Boolean(place);
}
