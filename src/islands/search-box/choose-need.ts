import { toFormAddress } from '../form-address.ts';

/**
 * Searches for a need beside whatever else the form asks: a page of results has a box for it, which is
 * ticked; elsewhere it goes into the address.
 */
export function chooseNeed(input: HTMLInputElement, need: string, words: string): void {
  const { form } = input;
  if (!form) return;
  input.value = words;
  const box = [...form.elements].find(
    (field): field is HTMLInputElement =>
      field instanceof HTMLInputElement && field.name === 'need' && field.value === need,
  );
  // Safari has requestSubmit since 2022; the address does the same.
  if (box && form.requestSubmit) {
    box.checked = true;
    form.requestSubmit();
    return;
  }
  const fields: [string, unknown][] = [...new FormData(form), ['need', need]];
  location.assign(toFormAddress(form.getAttribute('action') ?? '', fields));
}
