import { announce } from '../announce.ts';
import { readPanelWords } from '../navigator/panel-words.ts';

/** Copies the list's address, or hands it to the system's own sheet; only where the browser can. */
export function startShareButtons(): void {
  addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (button?.id === 'copy-address') void copyAddress(button);
    if (button?.id === 'system-share') void share();
  });
}

export function showShareButtons(): void {
  show('copy-address', 'clipboard' in navigator);
  show('system-share', 'share' in navigator);
}

function show(id: string, isShown: boolean) {
  const item = document.getElementById(id)?.parentElement;
  if (item) item.hidden = !isShown;
}

async function copyAddress(button: HTMLElement) {
  const words = readPanelWords();
  const { address = '' } = shareData();
  const isCopied = await navigator.clipboard.writeText(address).then(
    () => true,
    () => false,
  );
  const text = isCopied ? words.copied : words.notCopied;
  const name = [...button.childNodes];
  button.replaceChildren(text);
  button.addEventListener('blur', () => button.replaceChildren(...name), { once: true });
  announce(text);
}

async function share() {
  try {
    await navigator.share({ title: document.title, text: shareData().text ?? '' });
  } catch {
    // Whoever closes the sheet has changed their mind.
  }
}

/** The short address, and a text that ends with it. */
function shareData(): DOMStringMap {
  return (document.getElementById('share') as HTMLElement).dataset;
}
