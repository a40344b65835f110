/** Calls once, when the process is asked to end. */
export function onStop(stop: () => void): void {
  let asked = false;
  const once = () => {
    if (!asked) stop();
    asked = true;
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, once);
  // The shell between npm and this process does not pass SIGTERM on; it only goes away.
  if (process.env.npm_lifecycle_event) {
    const shell = process.ppid;
    setInterval(() => process.ppid !== shell && once(), 500).unref();
  }
}
