import type { Locator, Page } from '@playwright/test';

/** WCAG 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const BOUNDARY = 3;

const CONTROLS = 'a[href], button, summary, input:not([type=hidden]), select, textarea';

/**
 * What is too faint of a page's controls while the pointer is on them, while the keyboard is, and while both
 * are: their words, the border of what has one, and what shows the focus. `kinds`: one of each look;
 * `all`: every one.
 */
export async function findFaintControls(page: Page, extent: 'kinds' | 'all'): Promise<string[]> {
  const found: string[] = [];
  // The keyboard was used last, so that the focus is shown. Not Escape: held down it leaves the page.
  await page.mouse.move(0, 0);
  await page.keyboard.press('F9');
  const controls = await chooseControls(page, extent);
  for (const control of controls) found.push(...(await measure(control)));
  for (const control of controls) {
    // A link past the header is seen only while it has the focus.
    if (await control.evaluate((element) => element.getBoundingClientRect().right <= 0)) continue;
    await control.hover({ force: true });
    found.push(...(await measure(control)));
  }
  return [...new Set(found)];
}

async function chooseControls(page: Page, extent: 'kinds' | 'all'): Promise<Locator[]> {
  const controls = page.locator(CONTROLS).filter({ visible: true });
  const looks = await controls.evaluateAll((elements) =>
    elements.map((element) => {
      const look = (each: Element | null) => `${each?.tagName} ${each?.className}`;
      const places = [element, element.parentElement, element.parentElement?.parentElement ?? null];
      const region = element.closest('header, footer, nav, section, form');
      return element.getAttribute('tabindex') === '-1'
        ? ''
        : [...places.map(look), region?.className, element.getAttribute('type')].join('|');
    }),
  );
  return looks.flatMap((look, index) => {
    const isChosen = look !== '' && (extent === 'all' || looks.indexOf(look) === index);
    return isChosen ? [controls.nth(index)] : [];
  });
}

function measure(control: Locator): Promise<string[]> {
  return control.evaluate(findFaults, { text: TEXT, boundary: BOUNDARY });
}

/** Runs in the page: the control as it is, where the pointer is on it, and then with the focus. */
function findFaults(control: Element, least: { text: number; boundary: number }): string[] {
  type Colour = [red: number, green: number, blue: number, alpha: number];
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

  function toColour(css: string): Colour {
    if (!canvas) throw new Error('Colours cannot be read.');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  function over([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour {
    const mix = (top: number, below: number) => top * a + below * (1 - a);
    return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
  }

  function backgroundOf(element: Element | null): Colour {
    if (!element) return [255, 255, 255, 1];
    const own = toColour(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, backgroundOf(element.parentElement));
  }

  function luminance([red, green, blue]: Colour): number {
    const linear = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  function contrast(css: string, behind: Colour): number {
    const [one, other] = [luminance(over(toColour(css), behind)), luminance(behind)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  const style = getComputedStyle(control);
  const name = `${control.outerHTML.slice(0, 90).replace(/\s+/g, ' ')}…`;
  const outside = backgroundOf(control.parentElement);

  function faintTexts(): string[] {
    const holders = [control, ...control.querySelectorAll('*')].filter((element) => {
      const isShown = element.checkVisibility() && !element.matches('.nhsuk-u-visually-hidden');
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      return isShown && (hasText || element.matches('input, select, textarea'));
    });
    return holders.flatMap((holder) => {
      const ratio = contrast(getComputedStyle(holder).color, backgroundOf(holder));
      return ratio < least.text ? [`text ${ratio.toFixed(2)}: ${name}`] : [];
    });
  }

  function faintBorder(): string[] {
    const hasBorder =
      style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0;
    const isBox = control.matches('button, select, textarea, .text-input, .button, .chip');
    if (!hasBorder || !isBox || toColour(style.borderTopColor)[3] === 0) return [];
    const ratio = contrast(style.borderTopColor, outside);
    // A button that is filled is seen without its border.
    const filled = contrast(style.backgroundColor, outside);
    return Math.max(ratio, filled) < least.boundary ? [`border ${ratio.toFixed(2)}: ${name}`] : [];
  }

  function faintFocus(): string[] {
    if (!control.matches(':focus')) return [];
    const shadows = style.boxShadow.match(/rgba?\([^)]*\)/g) ?? [];
    const outlines = style.outlineStyle === 'none' ? [] : [style.outlineColor];
    const best = Math.max(...[...shadows, ...outlines].map((css) => contrast(css, outside)), 0);
    return best < least.boundary ? [`focus shown at ${best.toFixed(2)}: ${name}`] : [];
  }

  function faults(state: string): string[] {
    return [...faintTexts(), ...faintBorder(), ...faintFocus()].map(
      (fault) => `${state}, ${fault}`,
    );
  }

  const isPointedAt = control.matches(':hover');
  const found = isPointedAt ? faults('under the pointer') : [];
  (control as HTMLElement).focus({ preventScroll: true });
  found.push(...faults(isPointedAt ? 'with pointer and focus' : 'with the focus'));
  (control as HTMLElement).blur();
  return found;
}
