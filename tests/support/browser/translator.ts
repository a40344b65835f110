import { type BrowserContext, expect, type Page } from '@playwright/test';

/**
 * A browser's translator, as Google's works in Chrome: it gives the page another language and a class,
 * takes each text out and puts <font> elements with the translation in its place, and does the same with
 * whatever changes later. A translation here is the text in white brackets.
 */
export interface TranslatorOptions {
  /** Before the page's scripts, as an extension may; else when the page is there. */
  isEarly?: boolean;
}

export async function translatePages(
  context: BrowserContext,
  { isEarly = false }: TranslatorOptions = {},
) {
  await context.addInitScript(translate, isEarly);
}

export function translated(text: string): string {
  return `⟦${text}⟧`;
}

/** Nothing is translated over and over: a page that keeps writing what a translator changed never rests. */
export async function expectRest(page: Page) {
  const count = () => page.evaluate(() => Number(document.documentElement.dataset.translations));
  await expect.poll(count).toBeGreaterThan(0);
  const countInAWhile = async () => {
    const before = await count();
    await page.waitForTimeout(1200);
    return (await count()) - before;
  };
  await expect.poll(countInAWhile, 'texts translated while the page rests').toBe(0);
}

/** Runs in the page. */
function translate(isEarly: boolean): void {
  const NOT_TRANSLATED = 'title, script, style, textarea, template, svg, noscript, [translate=no]';

  function translateText(text: Text) {
    const { parentElement: parent, data } = text;
    if (!parent || data.trim() === '' || parent.closest(NOT_TRANSLATED)) return;
    if (parent.closest('font')) {
      if (data.startsWith('⟦')) return;
      // The page has written into what the translator made.
      text.data = `⟦${data.trim()}⟧`;
      return;
    }
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    outer.dir = 'auto';
    inner.textContent = `⟦${data.trim().replace(/\s+/g, ' ')}⟧`;
    outer.append(inner);
    text.replaceWith(/^\s/.test(data) ? ' ' : '', outer, /\s$/.test(data) ? ' ' : '');
    const { dataset } = document.documentElement;
    dataset.translations = String(Number(dataset.translations ?? 0) + 1);
  }

  function translateIn(node: Node) {
    if (node instanceof Text) return translateText(node);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) translateText(text);
  }

  function start() {
    const { documentElement: root } = document;
    root.lang = 'fr';
    root.classList.add('translated-ltr');
    if (document.body) translateIn(document.body);
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') translateIn(target);
        else for (const node of addedNodes) if (node.isConnected) translateIn(node);
      }
    }).observe(root, { childList: true, subtree: true, characterData: true });
  }

  if (!isEarly) addEventListener('load', start);
  else {
    // The page's root is there a moment after its window.
    new MutationObserver((_changes, waiting) => {
      if (!document.documentElement) return;
      waiting.disconnect();
      start();
    }).observe(document, { childList: true });
  }
}
