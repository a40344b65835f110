import { expect, test } from 'vitest';
import { readProcessFacts } from '../../../src/platform/process-facts.ts';

test('a process knows what it takes, since when, and on which Node', () => {
  const facts = readProcessFacts();

  expect(facts.residentBytes).toBeGreaterThan(10_000_000);
  expect(facts.startedAtSeconds * 1000).toBeLessThanOrEqual(performance.timeOrigin);
  expect(facts.nodeVersion).toBe(process.version);
});
