import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { goBack } from '../../../../scripts/build/build-site.ts';
import { idOf, isAlive, reasonOf, smallBuilds } from '../../../support/site/small-builds.ts';

describe('a build that is killed', () => {
  test('changes nothing; the next ends what it left running, and takes away what it left', async () => {
    const { page, left, build, stuckBuild } = smallBuilds();
    const first = await build('first');
    const { builder, stepPid } = await stuckBuild();
    builder.kill('SIGKILL');
    await once(builder, 'close');
    expect(page()).toBe('first');
    expect(left().length).toBeGreaterThan(1);

    const second = await build('second');

    expect(page()).toBe('second');
    expect(left()).toEqual([idOf(first), idOf(second)]);
    await expect.poll(() => isAlive(stepPid)).toBe(false);
  });

  test('while it runs, another is told to wait, and neither can one go back', async () => {
    const { outDir, page, build, stuckBuild } = smallBuilds();
    await build('first');
    await build('second');
    const { builder } = await stuckBuild();

    const other = await build('third');
    const back = goBack(outDir);

    for (const outcome of [other, back]) {
      expect(reasonOf(outcome)).toContain(`is running (process ${builder.pid}). Wait until`);
    }
    expect(page()).toBe('second');
  });

  test('by Control-C leaves nothing', async () => {
    const { page, left, build, stuckBuild } = smallBuilds();
    const first = await build('first');
    const { builder } = await stuckBuild();
    builder.kill('SIGINT');
    await once(builder, 'close');

    expect(left()).toEqual([idOf(first)]);
    expect(page()).toBe('first');
  });
});
