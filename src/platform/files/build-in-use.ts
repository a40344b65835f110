import { existsSync, realpathSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * What a server, its worker and the commands beside it run on: one build, and the content that it was made
 * of, whatever an editor does meanwhile. Who imports nothing of this reads the working folder.
 */
let folder = '.';

/** The folder that content/ and search-index/ are read from. */
export const sourcesFolder = () => folder;

/** The sources of a build; the working folder, if it has none of its own: it is an earlier version's. */
export function findSources(outDir: string): string {
  const sources = join(outDir, 'sources');
  return existsSync(join(sources, 'content')) ? sources : '.';
}

/**
 * Settles for this process which build that is: OUT_DIR as it leads now. From here on content is read from
 * its sources. To be called before anything is imported that holds words of content/locales/, which Node
 * loads as code.
 */
export function useBuild(environment: Record<string, string | undefined>): void {
  const outDir = followLink(environment.OUT_DIR || 'dist');
  environment.OUT_DIR = outDir;
  folder = findSources(outDir);
  if (folder === '.') return;
  const written = pathToFileURL(
    join(fileURLToPath(new URL('../../../', import.meta.url)), 'content/'),
  );
  const built = pathToFileURL(join(resolve(folder), 'content/'));
  registerHooks({
    // Before Node looks for the file: in the working folder there may be none.
    resolve(specifier, context, next) {
      const url = URL.parse(specifier, context.parentURL)?.href;
      if (!url?.startsWith(written.href)) return next(specifier, context);
      return next(built.href + url.slice(written.href.length), context);
    },
  });
}

/** Short where it lies in the working folder, as messages name it. */
function followLink(outDir: string): string {
  if (!existsSync(outDir)) return outDir;
  const real = realpathSync(outDir);
  if (real === resolve(outDir)) return outDir;
  const within = relative(process.cwd(), real);
  return within.startsWith('..') ? real : within;
}
