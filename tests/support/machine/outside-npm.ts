/** This environment without what the npm that runs a test tells its scripts: another npm would believe it. */
export function outsideNpm(): Record<string, string | undefined> {
  const given = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE$|NODE_ENV$|INIT_CWD$|VITEST)/i.test(name),
  );
  return Object.fromEntries(given);
}
