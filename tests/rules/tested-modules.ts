import { findImports, type SourceFile } from '../support/machine/source-files.ts';

/** Modules that hold code of their own: types and doors alone need no test. Pages are tested as the site. */
export function findModules(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^src\/(?!pages\/).*\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .filter(({ text }) => /^(export )?(async )?(function|const|class)\b/m.test(text))
    .map(({ path }) => path);
}

/** The modules that the first comment of a test says it covers: 'Covers src/a.ts, src/b.ts.' */
export function findCovered({ text }: SourceFile): string[] {
  const header = /^\/\*\*.*?\*\//s.exec(text)?.[0] ?? '';
  const sentence = /\bCovers ([^;]*)/s.exec(header)?.[1] ?? '';
  return sentence.match(/src\/[\w./[\]-]+\.tsx?/g) ?? [];
}

/** Whether a test has the place and the name of a module: 'tests/unit/a/b.test.ts' or 'b-faults.test.ts'. */
export function isNamedFor(module: string, test: string): boolean {
  const stem = module.replace(/^src\//, 'tests/unit/').replace(/\.tsx?$/, '');
  return test === `${stem}.test.ts` || (test.startsWith(`${stem}-`) && test.endsWith('.test.ts'));
}

/** All that a file reaches by its imports, types left out. */
export function findReached(
  from: SourceFile,
  byPath: ReadonlyMap<string, SourceFile>,
): Set<string> {
  const reached = new Set<string>();
  const waiting = [from];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    for (const { file: target, typesOnly } of findImports(file)) {
      const next = target && !typesOnly && !reached.has(target) ? byPath.get(target) : undefined;
      if (!next) continue;
      reached.add(next.path);
      waiting.push(next);
    }
  }
  return reached;
}
