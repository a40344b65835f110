/** Shows the page's print button, which does nothing without a script, and makes it print. */
export function startPrintButton(): void {
  const button = document.querySelector<HTMLButtonElement>('#print');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => print());
}
