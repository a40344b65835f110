/** Words may be typed and the results scrolled to before the answer is there. */

/** Resolves once replacing the results would not move what someone reads; never if `signal` aborts first. */
export function untilNotReading(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      removeEventListener('scroll', look);
      removeEventListener('focusin', look);
    };
    const look = () => {
      if (isReading(form)) return;
      stop();
      resolve();
    };
    signal.addEventListener('abort', stop);
    addEventListener('scroll', look, { passive: true });
    addEventListener('focusin', look);
    look();
  });
}

function isReading(form: HTMLFormElement): boolean {
  const results = document.getElementById('results');
  return (
    results?.contains(document.activeElement) === true || form.getBoundingClientRect().bottom < 0
  );
}
