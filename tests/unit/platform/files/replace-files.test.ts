import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  finishReplacing,
  isReplacing,
  replaceFiles,
} from '../../../../src/platform/files/replace-files.ts';

const files = [
  { path: 'organisations/a.yaml', text: 'new a' },
  { path: 'organisations/b.yaml', text: 'new b' },
  { path: 'more/c.yaml', text: 'new c' },
];

test('replaces and adds all of the files, and leaves nothing beside them', () => {
  const { folder, read } = aFolder();
  replaceFiles(folder, files);
  expect(read()).toEqual(['new a', 'new b', 'new c']);
  expect(fs.readdirSync(join(folder, '..'))).toEqual(['content']);
  expect(finishReplacing(folder)).toBeUndefined();
});

// As a kill leaves it: whatever call to the file system is the last, the files are all old or can all be made new.
test('cut off after any step, either nothing has changed or it can be finished', () => {
  const steps = countSteps();
  expect(steps).toBeGreaterThan(10);
  const seen = new Set<string>();
  for (let last = 0; last < steps; last += 1) {
    const { folder, read } = aFolder();
    cutAfter(last, () => replaceFiles(folder, files));
    const isUnfinished = isReplacing(folder);
    const before = read();
    const moved = finishReplacing(folder);
    const after = read();
    seen.add(isUnfinished ? 'unfinished' : 'unchanged or whole');
    if (isUnfinished) expect(after, `step ${last}`).toEqual(['new a', 'new b', 'new c']);
    else expect(after, `step ${last}`).toEqual(before);
    if (!isUnfinished) expect(moved).toBeUndefined();
    expect([
      ['old a', 'old b', undefined],
      ['new a', 'new b', 'new c'],
    ]).toContainEqual(after);
  }
  expect(seen.size).toBe(2);
});

const calls = [
  'rmSync',
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
] as const;

function countSteps(): number {
  const { folder } = aFolder();
  return cutAfter(Number.POSITIVE_INFINITY, () => replaceFiles(folder, files));
}

function cutAfter(last: number, run: () => void): number {
  let step = 0;
  const spies = calls.map((name) => {
    const real = fs[name] as (...args: unknown[]) => unknown;
    return vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      if (step >= last) throw new Error('cut off');
      step += 1;
      return real(...args);
    }) as never);
  });
  try {
    run();
  } catch (fault) {
    expect(String(fault)).toContain('cut off');
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return step;
}

function aFolder() {
  const root = fs.mkdtempSync(join(tmpdir(), 'replace-'));
  onTestFinished(() => fs.rmSync(root, { recursive: true }));
  const folder = join(root, 'content');
  fs.mkdirSync(join(folder, 'organisations'), { recursive: true });
  for (const name of ['a', 'b']) {
    fs.writeFileSync(join(folder, 'organisations', `${name}.yaml`), `old ${name}`);
  }
  const read = () =>
    files.map(({ path }) => {
      const file = join(folder, path);
      return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
    });
  return { folder, read };
}
