import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { findImports, readSourceFiles, type SourceFile } from '../support/machine/source-files.ts';
import { findReached } from './tested-modules.ts';

/**
 * What runs in a browser keeps to what browsers have had for years: syntax is lowered when the site is
 * built (astro.config.mjs), functions that a browser lacks are not.
 */
const files = readSourceFiles(['src'], /\.(ts|tsx|astro)$/);
const byPath = new Map(files.map((file) => [file.path, file]));
const inBrowser = findFilesForBrowsers();

test('scripts of pages are found, with all that they import', () => {
  expect(inBrowser).toContain('src/islands/refer/refer-form.ts');
  expect(inBrowser).toContain('src/search/crisis/crisis-words.ts');
  expect(inBrowser).not.toContain('src/islands/refer/step-words.ts');
});

test('scripts use no function of JavaScript that is newer than 2021', () => {
  const found = findNewer(inBrowser);

  expect(found).toEqual([]);
});

test('a function that is newer is found', () => {
  const found = findNewer([], 'export const last = [1, 2].at(-1);');

  expect(found).toEqual([expect.stringContaining("Property 'at' does not exist")]);
});

/** Of browsers, that Firefox or Safari of 2021 lack; where it is used all the same, the code asks first. */
const newerInBrowsers: readonly [RegExp, string][] = [
  [/\.(role|aria[A-Z]\w+) = /, 'setAttribute: Firefox has these as properties since 2023'],
  [/\.size\b(?=.*query)|\bquery\.size\b/, 'URLSearchParams has no size before 2023'],
  [/\bsignal: \w+\.signal \}\);$/, 'listeners end by signal since 2021 only: removeEventListener'],
  [/AbortSignal\.(any|timeout)\(/, 'AbortController: these are of 2022 and 2023'],
  [/\.checkVisibility\(|\.showPopover\(|\binert = |structuredClone\(|\.randomUUID\(/, 'too new'],
];

test('scripts ask before they use what a browser of 2021 may lack', () => {
  const found = inBrowser.flatMap((path) =>
    (byPath.get(path)?.text ?? '')
      .split('\n')
      .flatMap((line, index) =>
        newerInBrowsers
          .filter(([pattern]) => pattern.test(line) && !line.includes('fetch('))
          .map(([, advice]) => `${path}:${index + 1}: ${advice}`),
      ),
  );

  expect(found).toEqual([]);
});

/** The files that pages load by a <script>, and all that these import but types. */
function findFilesForBrowsers(): string[] {
  const entries = files
    .filter(({ path }) => path.endsWith('.astro'))
    .flatMap((file) =>
      [...file.text.matchAll(/<script>([\s\S]*?)<\/script>/g)].flatMap(([, script = '']) =>
        findImports({ path: file.path, text: script.replaceAll(';', ';\n') }),
      ),
    )
    .flatMap(({ file }) => byPath.get(file ?? '') ?? []);
  const reached = new Set<string>();
  for (let file = entries.pop(); file; file = entries.pop()) {
    for (const path of [file.path, ...findReached(file, byPath)]) {
      if (reached.has(path)) continue;
      reached.add(path);
      entries.push(...findFetchedLater(path));
    }
  }
  return [...reached].toSorted();
}

/** What a module loads when it is needed: `import('./links.ts')`. */
function findFetchedLater(path: string): SourceFile[] {
  const text = byPath.get(path)?.text ?? '';
  return [...text.matchAll(/\bimport\('(\.[^']+)'\)/g)].flatMap(
    ([, target = '']) => byPath.get(join(dirname(path), target)) ?? [],
  );
}

/** What the checker does not know when it knows the JavaScript of 2021 alone. */
function findNewer(paths: readonly string[], extra?: string): string[] {
  const options: ts.CompilerOptions = {
    lib: ['lib.es2021.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    target: ts.ScriptTarget.ES2021,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'preact',
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === 'extra.ts' && extra !== undefined
      ? ts.createSourceFile(name, extra, ts.ScriptTarget.ES2021)
      : getSourceFile(name, ...rest);
  const roots = extra === undefined ? [...paths] : ['extra.ts'];
  const program = ts.createProgram(roots, options, host);
  return roots.flatMap((root) =>
    program.getSemanticDiagnostics(program.getSourceFile(root)).map(({ start, messageText }) => {
      const file = program.getSourceFile(root);
      const line = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
      return `${root}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    }),
  );
}
