import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales, localisePath } from '../../i18n/locale.ts';

/** Languages whose home page a build lacks, or this process may not read. None: it has something to show. */
export function findLanguagesWithoutHome(outDir: string): Locale[] {
  return locales.filter(
    (locale) => !isReadable(join(outDir, 'client', localisePath(locale, '/'), 'index.html')),
  );
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).size > 0;
  } catch {
    return false;
  }
}
