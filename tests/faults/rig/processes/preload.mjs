// Run before the program under test (`node --import`), so that src/ needs no hooks for tests:
// kills the process at a named SQL statement, moves its clock, and shortens its long waits.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { moveDate } from '../../../support/days/move-date.mjs';

const { KILL_AT, KILL_FILE, CLOCK_FILE, CLOCK_AHEAD_MS = '0', HURRY } = process.env;

// KILL_AT: before-begin | before-commit | after-commit | before-handed-over | during-shred | before-place.
// KILL_FILE: the kill waits until this file is there, and takes it away.
if (KILL_AT) {
  const [moment, point] = /^(before|after)-(.*)$/.exec(KILL_AT)?.slice(1) ?? [];
  let stores = false;
  const statements = {
    begin: (sql) => /^\s*begin/i.test(sql),
    // Of a transaction that stores a referral or a report: a worker in the same process commits too.
    commit: (sql) => {
      if (/^\s*begin/i.test(sql)) stores = false;
      if (/^\s*insert into "(referral|report)"/i.test(sql)) stores = true;
      return stores && /^\s*commit/i.test(sql);
    },
    'handed-over': (sql, values) =>
      /^\s*update[\s\S]*"handedOverAt" = /i.test(sql) && values.includes('handed-over'),
    // How far the mailbox that letters come back to was read.
    place: (sql, values) =>
      /^\s*insert into "marker"/i.test(sql) && values.includes('returns:place'),
    shred: (sql) => /^\s*update[\s\S]*"shreddedAt" = /i.test(sql),
  };
  const isPoint = statements[point];
  const around = (sql, values, run) => {
    const meant = isPoint(sql, values) && (!KILL_FILE || existsSync(KILL_FILE));
    if (meant && moment === 'before') die();
    const result = run();
    if (meant && moment === 'after') die();
    return result;
  };
  for (const name of ['run', 'all', 'get', 'iterate']) {
    const real = StatementSync.prototype[name];
    StatementSync.prototype[name] = function (...values) {
      return around(this.sourceSQL, values.flat(), () => real.apply(this, values));
    };
  }
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    return around(sql, [], () => exec.call(this, sql));
  };
}

function die() {
  if (KILL_FILE) rmSync(KILL_FILE, { force: true });
  process.kill(process.pid, 'SIGKILL');
  // The signal comes asynchronously; nothing more may happen here.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

// CLOCK_FILE holds milliseconds to add to the clock, and to the time since start; it may change at any time.
// CLOCK_AHEAD_MS: this process's own clock is that far ahead of the others', and of SQLite's.
if (CLOCK_FILE) {
  const realElapsed = performance.now.bind(performance);
  let shifts = [0, 0];
  let readAt = -1;
  const read = () => {
    const now = realElapsed();
    if (now - readAt > 5 || readAt < 0) {
      readAt = now;
      const [clock = 0, elapsed = 0] = readFileSync(CLOCK_FILE, 'utf8').split(' ').map(Number);
      shifts = [clock, elapsed];
    }
    return shifts;
  };
  performance.now = () => realElapsed() + read()[1];
  const realNow = Date.now.bind(Date);
  moveDate(() => read()[0] + Number(CLOCK_AHEAD_MS));
  // SQLite asks the machine itself.
  const moved = new WeakSet();
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    if (!moved.has(this)) {
      moved.add(this);
      this.function('unixepoch', { varargs: true }, () => (realNow() + read()[0]) / 1000);
    }
    return exec.call(this, sql);
  };
}

// HURRY: waits of more than 5 s are this many times shorter, so that ten minutes of silence fit a test.
if (HURRY) {
  // Never below five seconds: on a busy machine a mail server takes long to greet.
  const shorten = (ms) => (ms > 5000 ? Math.max(5000, Math.ceil(ms / Number(HURRY))) : ms);
  const { setTimeout, setInterval } = globalThis;
  globalThis.setTimeout = (run, ms, ...values) => setTimeout(run, shorten(ms), ...values);
  globalThis.setInterval = (run, ms, ...values) => setInterval(run, shorten(ms), ...values);
  const silence = Socket.prototype.setTimeout;
  Socket.prototype.setTimeout = function (ms, run) {
    return silence.call(this, shorten(ms), run);
  };
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, shorten(ms));
}
