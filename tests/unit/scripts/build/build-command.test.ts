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

test.skipIf(process.getuid?.() !== 0)(
  'a build by somebody who may not put it in place says so before it is made [skipped but as root]',
  () => {
    const { stderr, status } = spawnSync(process.execPath, ['scripts/build.ts'], {
      env: { ...process.env, OUT_DIR: 'docs/no-build' },
      encoding: 'utf8',
      uid: 65534,
    });

    expect([status, existsSync('docs/no-build.builds')]).toEqual([1, false]);
    expect(stderr).toMatch(/^\S+\/docs cannot be written, where docs\/no-build belongs\. Build as/);
  },
);
