import {
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goBack } from '../../../../scripts/build/build-site.ts';
import { idOf, reasonOf, smallBuilds, stepsOf } from '../../../support/site/small-builds.ts';

describe('going back', () => {
  test('puts the build before in place and names both, and goes further each time', async () => {
    const { outDir, page, build } = smallBuilds();
    const ids = [];
    for (const text of ['first', 'second', 'third']) ids.push(idOf(await build(text)));

    expect(goBack(outDir)).toEqual({ ok: true, id: ids[1], before: ids[2] });
    expect(page()).toBe('second');
    expect(goBack(outDir)).toMatchObject({ ok: true, id: ids[0] });
    expect(page()).toBe('first');
    expect(reasonOf(goBack(outDir))).toBe(`There is no build before that in ${outDir}/.`);
    expect(page()).toBe('first');
  });

  test('passes over a build that was never finished', async () => {
    const { outDir, page, build } = smallBuilds();
    await build('first');
    const steps = [
      ...stepsOf('second'),
      { name: 'Failing', run: () => Promise.reject(new Error()) },
    ];
    await build('second', { steps });
    await build('third');
    goBack(outDir);

    expect(page()).toBe('first');
  });

  test('has nowhere to go where there is no build', () => {
    const { outDir } = smallBuilds();
    expect(reasonOf(goBack(outDir))).toContain('There is no build before');
  });
});

describe('what is in the place of the first build', () => {
  test('becomes the build before, if an earlier version built it there', async () => {
    const { outDir, page, left, build } = smallBuilds();
    mkdirSync(join(outDir, 'client'), { recursive: true });
    writeFileSync(join(outDir, 'client/index.html'), 'earlier');
    utimesSync(outDir, new Date('2020-05-01T10:00:00Z'), new Date('2020-05-01T10:00:00Z'));
    const outcome = await build('first');

    expect(page()).toBe('first');
    expect(left()).toEqual(['20200501T100000Z-earlier', idOf(outcome)]);
    goBack(outDir);
    expect(page()).toBe('earlier');
  });

  test('is left alone if it is something else, and told before anything is made', async () => {
    const { outDir, build } = smallBuilds();
    mkdirSync(outDir);
    writeFileSync(join(outDir, 'letters.txt'), 'mine');
    const told: string[] = [];
    const outcome = await build('first', { say: (line) => told.push(line) });

    expect(reasonOf(outcome)).toContain('holds something else than a build. Move it away');
    expect(readFileSync(join(outDir, 'letters.txt'), 'utf8')).toBe('mine');
    expect(told).toEqual([]);
  });

  test('gives way if it is an empty folder, or a link that leads nowhere', async () => {
    const { outDir, page, build } = smallBuilds();
    mkdirSync(outDir);
    await build('first');
    expect(page()).toBe('first');
    rmSync(outDir);
    symlinkSync('nowhere', outDir);
    await build('second');
    expect(page()).toBe('second');
    expect(lstatSync(outDir).isSymbolicLink()).toBe(true);
  });
});
