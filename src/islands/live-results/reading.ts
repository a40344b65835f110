/** Words may be typed and the results scrolled to before the answer is there. */

/** Resolves once replacing the results would not move what someone reads; never if `signal` aborts first. */
export function untilNotReading(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    signal.addEventListener('abort', () => stop.abort());
    const look = () => {
      if (isReading(form)) return;
      stop.abort();
      resolve();
    };
    addEventListener('scroll', look, { passive: true, signal: stop.signal });
    addEventListener('focusin', look, { signal: stop.signal });
    look();
  });
}

function isReading(form: HTMLFormElement): boolean {
  const results = document.getElementById('results');
  return (
    results?.contains(document.activeElement) === true || form.getBoundingClientRect().bottom < 0
  );
}
