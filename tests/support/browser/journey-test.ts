import { test as ordinary } from '@playwright/test';
import { moveDate } from '../days/move-date.mjs';

const shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0);

/** A journey in a browser that has the clock of the run (moved-clock.mjs), so that it agrees with the server. */
export const test = ordinary.extend({
  context: async ({ context }, use) => {
    if (shiftMs !== 0) await context.addInitScript(moveDate, shiftMs);
    await use(context);
  },
});
