import { expect, test } from 'vitest';
import { findSource } from '../../../src/wiring/sources.ts';

test('code that runs as it stands reads what is in the working folder', () => {
  expect(findSource('content')).toBe('content');
  expect(findSource('content/practices.yaml')).toBe('content/practices.yaml');
});
