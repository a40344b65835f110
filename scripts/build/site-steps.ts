import type { BuildStep, NewBuild } from './build-site.ts';
import { copyProject, keepSources } from './copy-sources.ts';
import { runStep } from './run-step.ts';

/** What it takes to make the site, in order. Each script runs in the build's own copy of the project. */
export function createSiteSteps({
  environment,
  commit,
  say,
}: {
  environment: NodeJS.ProcessEnv;
  commit: string | undefined;
  say: (text: string) => void;
}): BuildStep[] {
  const run = (
    { project, folder }: NewBuild,
    words: readonly string[],
    shows?: (text: string) => void,
  ) =>
    runStep(words, {
      cwd: project,
      env: { ...environment, OUT_DIR: folder },
      ...(shows ? { shows } : {}),
    });
  const script = (name: string, ...words: string[]): BuildStep => ({
    name,
    run: (build) => run(build, words),
  });
  return [
    { name: 'Copying the sources', run: ({ project }) => copyProject(project) },
    {
      name: 'Checking the content',
      run: (build) => run(build, ['scripts/check-content.ts'], say),
    },
    script('Making the pages, which takes a minute', 'scripts/astro.mjs', 'build'),
    script('Compressing them', 'scripts/precompress.ts'),
    {
      name: 'Keeping the content that they were made of',
      run: ({ project, folder }) => keepSources(project, folder),
    },
    script('Learning the words of search', 'scripts/learn-search-models.ts'),
    {
      name: 'Noting what it was made of',
      run: (build) =>
        run(build, ['scripts/note-sources.ts', build.id, ...(commit ? [commit] : [])]),
    },
    script('Checking that every page is there', 'scripts/build/check-pages.ts'),
    script('Asking for one page of each kind', 'scripts/build/check-answers.ts'),
  ];
}
