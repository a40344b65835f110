import { setTimeout as delay } from 'node:timers/promises';

/** Time that passes: no jump of the machine's clock shortens or stretches these. */
export const timers = {
  /** Calls again and again until the function that it returns is called. */
  every(ms: number, run: () => void): () => void {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
  wait: (ms: number): Promise<void> => delay(ms),
};
