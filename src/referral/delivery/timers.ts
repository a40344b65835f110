/** Time that passes, whatever the clock on the wall says. */
export interface Timers {
  /** Calls again and again until the function that it returns is called. */
  every(ms: number, run: () => void): () => void;
  wait(ms: number): Promise<void>;
}
