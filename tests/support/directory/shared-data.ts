import fs from 'node:fs';

// The collected data is not part of the repository: it lies beside it where the project is worked on.
const folder = ['../shared/data', '../../shared/data'].find((path) => fs.existsSync(path));

/** Whether the collected data is here to compare with; tests that need it are skipped visibly. */
export const hasSharedData = folder !== undefined;

/** The names of the files in one of its folders. */
export function listSharedData(name: string): string[] {
  return fs.readdirSync(`${folder}/${name}`);
}

export function readSharedData(name: string): string {
  return fs.readFileSync(`${folder}/${name}`, 'utf8');
}
