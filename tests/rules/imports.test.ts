import { describe, expect, test } from 'vitest';
import { findImports, readSourceFiles } from '../support/machine/source-files.ts';
import { partOf } from './import-directions.ts';
import { findImportProblems, publicDoors } from './import-rules.ts';

const sources = readSourceFiles(['src', 'scripts'], /\.(ts|tsx|astro|mjs)$/);

describe('the sources of this project', () => {
  test('import only what their part may', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.flatMap(findImportProblems).join('\n')).toBe('');
  });

  test('lie in a part that has rules', () => {
    const strays = sources.filter(({ path }) => !partOf(path));

    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  test('come in only by doors that somebody uses', () => {
    const used = new Set(
      sources.flatMap((file) =>
        findImports(file).flatMap(({ file: target }) =>
          target && partOf(target) !== partOf(file.path) ? [target] : [],
        ),
      ),
    );
    const doors = Object.entries(publicDoors).flatMap(([part, files]) =>
      files.map((file) => `src/${part}/${file}`),
    );

    expect(doors.filter((door) => !used.has(door))).toEqual([]);
  });

  test('ask environment, clock and chance only in platform', () => {
    const impure =
      /process\.env|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;
    const lines = sources
      .filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/platform/'))
      .flatMap(({ path, text }) =>
        text.split('\n').flatMap((line, index) => {
          // A browser has a clock but no platform to get it from.
          const inIsland = path.startsWith('src/islands/') && !/process\.env/.test(line);
          return impure.test(line) && !inIsland ? [`${path}:${index + 1} ${line.trim()}`] : [];
        }),
      );

    expect(lines).toEqual([]);
  });

  test('export by name, so that a thing is called the same everywhere', () => {
    const defaults = sources.filter(
      ({ path, text }) => /^src\/.*\.tsx?$/.test(path) && /^export default\b/m.test(text),
    );

    expect(defaults.map(({ path }) => path)).toEqual([]);
  });

  test('send the browser no package but Preact, by any path from an island', () => {
    const byPath = new Map(sources.map((file) => [file.path, file]));
    const waiting = sources.filter(({ path }) => path.startsWith('src/islands/'));
    const reached = new Set(waiting);
    const packages: string[] = [];
    for (const file of reached) {
      for (const { file: target, target: name, typesOnly } of findImports(file)) {
        if (typesOnly) continue;
        const next = target ? byPath.get(target) : undefined;
        if (next) reached.add(next);
        else if (!target && !/^preact(\/|$)/.test(name)) packages.push(`${file.path}: ${name}`);
      }
    }

    expect(packages).toEqual([]);
  });
});

describe('the import rules', () => {
  test.each([
    ['src/directory/x.ts', "import { search } from '../search/port.ts';", 'may not import search'],
    ['src/search/x.ts', "import { now } from '../platform/clock.ts';", 'types only'],
    ['src/search/x.ts', "import { a } from '../referral/browser.ts';", 'may not import referral'],
    ['src/search/x.ts', "import fs from 'node:fs';", 'node: modules'],
    ['src/i18n/x.ts', "import { getCollection } from 'astro:content';", 'no astro: modules'],
    ['src/pages/x.astro', "import { now } from '../platform/clock.ts';", 'may not import platform'],
    ['src/pages/x.astro', "import { a } from '../search/engines/embedded.ts';", 'private'],
    [
      'src/platform/x.ts',
      "import type { A } from '../referral/store/store-fault.ts';",
      'may not import referral',
    ],
    ['src/pages/x.astro', "import f from '../../content/site.json';", 'content/'],
    ['src/components/X.astro', "import X from '../islands/x/X.tsx';", 'may not import islands'],
    ['src/components/X.astro', "import { a } from '../search/port.ts';", 'types only'],
    [
      'src/components/X.astro',
      "import { directory } from '../wiring.ts';",
      'may not import wiring',
    ],
    ['src/islands/x/X.tsx', "import { plan } from '../../search/port.ts';", 'browser.ts'],
    ['src/components/X.astro', "import { a } from '../referral/browser.ts';", 'for islands'],
    ['src/referral/form/x.ts', "import { a } from '../browser.ts';", 'for islands'],
    ['src/islands/x/X.tsx', "const z = await import('zod');", 'no package but Preact'],
    ['src/layouts/X.astro', "export { a } from '../wiring.ts';", 'may not import wiring'],
    ['src/search/x.ts', "import {\n  a,\n  type B,\n} from '../platform/clock.ts';", 'types only'],
  ])('%s may not say %s', (path, text, rule) => {
    expect(findImportProblems({ path, text: `\n${text}\n` })).toEqual([
      expect.stringMatching(new RegExp(`^${path.replaceAll('.', '\\.')}:2\n.*${rule}`, 's')),
    ]);
  });

  test.each([
    ['src/search/x.ts', "import type { Clock } from '../platform/clock.ts';"],
    ['src/search/x.ts', "import { type Clock, type Now } from '../platform/clock.ts';"],
    ['src/search/searcher.ts', "import { e } from './engines/embedded.ts';"],
    ['src/wiring.ts', "import { e } from './search/engines/embedded.ts';"],
    ['src/islands/x/X.tsx', "import { useState } from 'preact/hooks';"],
    ['src/islands/x/X.tsx', "import { pick } from '../../search/browser.ts';"],
    ['src/pages/x.astro', "import '../styles/main.scss';"],
    ['scripts/x.ts', "import { parseConfig } from '../src/platform/config.ts';"],
    ['src/i18n/x.ts', "import s from '../../content/locales/en/site.json' with { type: 'json' };"],
  ])('%s may say %s', (path, text) => {
    expect(findImportProblems({ path, text })).toEqual([]);
  });
});
