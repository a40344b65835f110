import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test.each([
  ['is not known', ['--bakc'], '', 'Unknown: --bakc. There is --back.'],
  ['cannot be found by its packages', [], join(tmpdir(), 'no-build'), 'outside of the project'],
  ['has none before it', ['--back'], 'var/no-build', 'There is no build before that in var/no-b'],
])(
  'npm run build for what %s ends at once, and says so in a line',
  (_what, words, outDir, told) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts', ...words], {
      env: { ...process.env, OUT_DIR: outDir },
      encoding: 'utf8',
    });

    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(told);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(outDir !== '' && existsSync(`${outDir}.builds`)).toBe(false);
  },
);
