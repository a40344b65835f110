/**
 * Another language, with what was typed: the header's links are plain links, so the form goes along by
 * its own POST, to be shown again and not checked. An empty form, and a browser without this script,
 * follow the link.
 */
export function carryAnswersToOtherLanguages(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.site-header a[hreflang]');
    const form = document.querySelector<HTMLFormElement>('#refer-form, #check-answers');
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (!link || !form || !isPlain || !isAnswered(form)) return;
    event.preventDefault();
    const step = document.createElement('input');
    step.type = 'hidden';
    step.name = 'step';
    step.value = form.id === 'check-answers' ? 'check' : 'edit';
    form.append(step);
    const open = form.querySelector('.step:not([hidden])');
    form.action = link.pathname + (open ? `#${open.id}` : '');
    // Not requestSubmit: nothing is to be checked or sent.
    form.submit();
  });
}

function isAnswered(form: HTMLFormElement): boolean {
  const ours = ['formToken', 'withoutScript'];
  return [...new FormData(form)].some(([name, value]) => !ours.includes(name) && value !== '');
}
