import { cpSync } from 'node:fs';

// What a checkout makes for itself.
const LEFT_OUT =
  /^(\.git|node_modules|\.packages|dist(\.builds)?|var|\.astro|test-results|playwright-report)$/;

/** Copies the project as it is, with nothing installed or built. */
export function copyProject(folder: string): void {
  cpSync('.', folder, {
    recursive: true,
    filter: (source) => source === '.' || !LEFT_OUT.test(source),
  });
}
