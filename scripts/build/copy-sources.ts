import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

// What a server reads later, and what only the making of pages needs.
const kept = ['content', 'search-index'];
const needed = ['astro.config.mjs', 'package.json', 'public', 'scripts', 'src', 'tsconfig.json'];

/** Copies the project to where a build is made of it: no edit meanwhile gets into the build. */
export function copyProject(copy: string): void {
  for (const name of [...kept, ...needed]) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
}

/** Keeps in the build, of the copy that it was made of, what a server reads. */
export function keepSources(copy: string, folder: string): void {
  for (const name of kept) {
    cpSync(join(copy, name), join(folder, 'sources', name), { recursive: true });
  }
}
