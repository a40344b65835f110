/**
 * Only the newest of several requests counts: starting one aborts the one before, so on a slow line
 * an older answer never overwrites a newer.
 */
export interface LatestOnly {
  /**
   * Runs `task` after `delayMs`, unless another is started or all are stopped before then. A task
   * must look at its signal again after each await, before it changes anything.
   */
  start(task: (signal: AbortSignal) => Promise<void>, delayMs?: number): void;
  stop(): void;
}

export function createLatestOnly(): LatestOnly {
  let newest = new AbortController();
  return {
    start(task, delayMs = 0) {
      newest.abort();
      newest = new AbortController();
      const { signal } = newest;
      setTimeout(() => {
        if (!signal.aborted) void task(signal);
      }, delayMs);
    },
    stop: () => newest.abort(),
  };
}
