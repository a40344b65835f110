import { expect, test } from 'vitest';
import { readSourceFiles } from '../support/machine/source-files.ts';

const files = readSourceFiles(['src', 'scripts', 'tests'], /\.(ts|tsx|astro|mjs|scss)$/);
const LONGEST = 300;

test('no file is longer than can be read at a sitting', () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST)
    .map(
      ({ path, lines }) => `${path}: ${lines} lines, at most ${LONGEST}; split it by what it knows`,
    );

  expect(long).toEqual([]);
});

test('no file or folder has a name that could hold anything', () => {
  const anything =
    /(^|\/)(utils?|helpers?|common|shared|lib|misc|types|services?)(\/|\.[a-z]+$)|(^|\/)index\.(ts|tsx|mjs)$/i;
  const pages = /^src\/pages\//;

  expect(
    files.map(({ path }) => path).filter((path) => anything.test(path) && !pages.test(path)),
  ).toEqual([]);
});

test('no file only passes on what others export', () => {
  const barrels = files.filter((file) => !isDoorForBrowsers(file.path) && onlyPassesOn(file.text));

  expect(barrels.map(({ path }) => path)).toEqual([]);
});

test.each([
  ["export { a } from './a.ts';", true],
  ["/** Door. */\nexport * from './a.ts';\n// And:\nexport type { B } from './b.ts';", true],
  ["export {\n  a,\n  type B,\n} from './a.ts';", true],
  ["import { a } from './a.ts';\nimport type { B } from './b.ts';\nexport { a, type B };", true],
  ["import { a } from './a.ts';\n\nexport const b = a;", true],
  ["import { a } from './a.ts';\n\nexport type B = typeof a;\nexport const b = a();", false],
  ["export { a } from './a.ts';\nexport const b = 1;", false],
  ["import './a.ts';", false],
  ["import { a } from './a.ts';\n\na();", false],
])('of %j it is known whether it only passes on', (text, expected) => {
  expect(onlyPassesOn(text)).toBe(expected);
});

// What islands load is a matter of its own: a room's browser.ts says what of it may reach the browser, and
// the import rule holds islands to that file.
function isDoorForBrowsers(path: string): boolean {
  return /^src\/[^/]+\/browser\.ts$/.test(path);
}

/** Holds nothing but imports and exports of what others made. */
function onlyPassesOn(text: string): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const imports = /^import\b[^;'"]*['"][^'"\n]+['"][^;]*;/gm;
  const passedOn = [
    /^export\s+(?:type\s+)?\*[^;'"]*\bfrom\s*['"][^'"\n]+['"];/gm,
    /^export\s+(?:type\s*)?\{[^}]*\}(?:\s*from\s*['"][^'"\n]+['"])?;/gm,
    /^export const \w+ = [A-Za-z_]\w*;/gm,
  ];
  const own = code.replace(imports, '');
  const rest = passedOn.reduce((left, statement) => left.replace(statement, ''), own);
  return rest.trim() === '' && own.trim() !== '';
}
