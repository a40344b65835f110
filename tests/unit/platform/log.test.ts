import { expect, test } from 'vitest';
import { createLog, toLogFields } from '../../../src/platform/log.ts';

const now = () => new Date('2026-11-22T10:00:00Z');

test('an event is one line of JSON', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', now, write: (line) => lines.push(line) });

  log.warn('search.fell-back', { engine: 'embedded', text: 'two\nlines' });

  expect(lines).toEqual([
    '{"time":"2026-11-22T10:00:00.000Z","level":"warn","event":"search.fell-back","engine":"embedded","text":"two\\nlines"}',
  ]);
});

test('events below the level are left out, and all of them when silent', () => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  createLog({ level: 'warn', now, write }).info('a');
  createLog({ level: 'silent', now, write }).error('b');

  expect(lines).toEqual([]);
});

test('a fault is logged with its message and where it came from', () => {
  const facts = toLogFields(new Error('The index is gone'));

  expect(facts.fault).toBe('The index is gone');
  expect(facts.stack).toContain('log.test.ts');
});
