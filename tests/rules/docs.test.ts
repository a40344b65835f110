import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { environmentNames } from '../../src/platform/config.ts';

const documents = [
  'README.md',
  'SECURITY.md',
  'content/README.md',
  ...globSync('{docs,tests,search-index}/**/*.md'),
]
  .filter((path) => existsSync(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));

// Read by the tools around the site, not by the site.
const toolVariables = ['CHROMIUM_PATH', 'OLD_CHROMIUM_PATHS', 'NODE_EXTRA_CA_CERTS'];

const examples = [...readFileSync('.env.example', 'utf8').matchAll(/^#?\s*([A-Z_]+)=/gm)].map(
  ([, name]) => name,
);

test('.env.example lists each variable that the site reads, and no other', () => {
  expect(examples.toSorted()).toEqual(environmentNames.toSorted());
});

test('the tasks of the editor run only npm scripts that exist', () => {
  const scripts = findTaskScripts(readFileSync('.vscode/tasks.json', 'utf8'));

  expect(scripts).toContain('check:fast');
  expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('there is a README to check', () => {
  expect(documents.map(({ path }) => path)).toContain('README.md');
});

describe.each(documents)('$path', ({ path, text }) => {
  test('names only npm scripts that exist', () => {
    expect(findScripts(text).filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  test('names only files and folders that exist', () => {
    expect(findPaths(text).filter((name) => !exists(name, path))).toEqual([]);
  });

  test('names only variables that .env.example explains', () => {
    const known = [...environmentNames, ...toolVariables];

    expect(findVariables(text).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('links only to files and headings that exist', () => {
    expect(findLinks(text).filter((link) => !leadsSomewhere(link, path))).toEqual([]);
  });
});

describe('the decisions', () => {
  const decisions = globSync('docs/decisions/*.md').map((path) =>
    basename(path.replaceAll('\\', '/')),
  );

  test('have a number each, which is that of their title', () => {
    const numbers = decisions.map((name) => name.slice(0, 4));
    const titles = documents
      .filter(({ path }) => path.startsWith('docs/decisions/'))
      .map(({ path, text }) => [
        basename(path).slice(0, 4),
        /^# (\d+)\. /.exec(text)?.[1]?.padStart(4, '0'),
      ]);

    expect(numbers.filter((number, place) => numbers.indexOf(number) !== place)).toEqual([]);
    expect(titles.filter(([number, title]) => number !== title)).toEqual([]);
  });

  test('are each linked from a text that is not one of them', () => {
    const linked = documents
      .filter(({ path }) => !path.startsWith('docs/decisions/'))
      .flatMap(({ text }) => findLinks(text).map((link) => basename(link)));

    expect(decisions.filter((name) => !linked.includes(name))).toEqual([]);
  });
});

test('a wrong script, path, variable or link in a text is found', () => {
  const text =
    'Run `npm run nothing` or `npm start`, read `src/nothing.ts` and `content/<slug>.nothing`, set ' +
    '`NO_SUCH_THING`, see [this](docs/nothing.md) and [that](#what-not).';

  expect(findScripts(text)).toEqual(['nothing', 'start']);
  expect(findPaths(text)).toEqual(['src/nothing.ts', 'content/<slug>.nothing']);
  expect(findPaths(text).some((name) => exists(name, 'README.md'))).toBe(false);
  expect(findVariables(text)).toEqual(['NO_SUCH_THING']);
  expect(findLinks(text).map((link) => leadsSomewhere(link, 'README.md'))).toEqual([false, false]);
});

function findScripts(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run ([a-z:-]+)|(start|test)\b)/g)].map(
    ([, run, short]) => run ?? short ?? '',
  );
}

function findTaskScripts(text: string): string[] {
  const { tasks } = JSON.parse(text) as { tasks: { type: string; script: string }[] };
  return tasks.filter(({ type }) => type === 'npm').map(({ script }) => script);
}

/** Words set as code that begin with a folder of the project, or end as a file's name does. */
function findPaths(text: string): string[] {
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words]) => words ?? '');
  return code.filter(
    (words) =>
      /^(src|content|scripts|tests|docs|search-index|public|\.ci)\/\S*$/.test(words) ||
      /^[\w.-]+\.(ts|mjs|json|jsonc|md|astro)$/.test(words),
  );
}

// `<slug>` and `*` stand for any name. A bare file name may lie beside the document or in any folder of ours.
function exists(name: string, document: string): boolean {
  const pattern = name.replace(/\{?<[^>]+>\}?/g, '*').replace(/\/$/, '');
  const places = [pattern, join(dirname(document), pattern)];
  if (!pattern.includes('/')) places.push(`{src,scripts,tests,search-index,docs}/**/${pattern}`);
  return places.some((path) => existsSync(path) || globSync(path).length > 0);
}

function findVariables(text: string): string[] {
  return [...text.matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=[^`]*)?`/g)].map(
    ([, name]) => name ?? '',
  );
}

function findLinks(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^(https?|mailto):/.test(link));
}

function leadsSomewhere(link: string, document: string): boolean {
  const [target = '', heading] = link.split('#');
  const path = target === '' ? document : join(dirname(document), target);
  if (!existsSync(path)) return false;
  if (heading === undefined) return true;
  const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, words]) =>
    (words ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return headings.includes(heading);
}
