import { renameSync, writeFileSync } from 'node:fs';

/** The clock of every process of a rig, which preload.mjs reads from `file`. */
export function aShiftedClock(file: string) {
  let shiftMs = 0;
  let passedMs = 0;
  const clock = {
    now: () => Date.now() + shiftMs,
    /** Time passes in every process. */
    letPass(ms: number) {
      passedMs += ms;
      clock.jump(ms);
    },
    /** Only what the clock says changes, as when somebody sets it. */
    jump(byMs: number) {
      shiftMs += byMs;
      // Another process may read at any moment, and must never find half a file.
      writeFileSync(`${file}.new`, `${shiftMs} ${passedMs}`);
      renameSync(`${file}.new`, file);
    },
  };
  clock.jump(0);
  return clock;
}
