// Run before each program of a test run (NODE_OPTIONS='--import …'), its threads and its children: its
// clock goes on as the real one does, CLOCK_SHIFT_MS away from it. Files, TLS, the Date header of answers
// and other people's programs keep the real clock.
import { moveDate } from './move-date.mjs';

const shiftMs = Number(process.env.CLOCK_SHIFT_MS);
if (!Number.isFinite(shiftMs)) throw new Error('CLOCK_SHIFT_MS is not a number of milliseconds.');
moveDate(shiftMs);
