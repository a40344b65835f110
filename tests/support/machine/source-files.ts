import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

export interface SourceFile {
  /** From the project's root: 'src/search/port.ts'. */
  path: string;
  text: string;
}

export interface ImportLine {
  line: number;
  text: string;
  /** As written: './port.ts', 'zod', 'node:fs'. */
  target: string;
  /** The file meant, from the project's root; undefined for packages. */
  file: string | undefined;
  typesOnly: boolean;
}

/** Files below the folders given whose path fits the pattern, sorted. */
export function readSourceFiles(folders: string[], pattern: RegExp): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => pattern.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const IMPORT =
  /^[ \t]*(?:import|export)\b(?!\s*\()((?:\s+type\b)?)\s*([^;'"]*?)(?:\bfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm;

/** The import and re-export lines of a TypeScript or Astro file, and its dynamic imports. */
export function findImports({ path, text }: SourceFile): ImportLine[] {
  return [...text.matchAll(IMPORT)]
    .filter(
      ([statement]) =>
        !/^\s*export\s+(const|function|async|class|let|default|interface)\b/.test(statement),
    )
    .map((match) => {
      const [statement, type = '', names = '', fixed, dynamic] = match;
      const target = fixed ?? dynamic ?? '';
      const start = (match.index ?? 0) + (/^\s*/.exec(statement)?.[0].length ?? 0);
      return {
        line: text.slice(0, start).split('\n').length,
        text: statement.trim().replace(/\s+/g, ' '),
        target,
        file: target.startsWith('.') ? join(dirname(path), target) : undefined,
        typesOnly: type !== '' || areAllTypes(names),
      };
    });
}

function areAllTypes(names: string): boolean {
  const inBraces = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  if (inBraces === undefined) return false;
  const each = inBraces.split(',').filter((name) => name.trim());
  return each.length > 0 && each.every((name) => /^\s*type\s/.test(name));
}
