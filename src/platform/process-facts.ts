/** What this process takes, for monitors. */
export function readProcessFacts() {
  return {
    residentBytes: process.memoryUsage.rss(),
    startedAtSeconds: Math.floor(performance.timeOrigin / 1000),
    nodeVersion: process.version,
  };
}
