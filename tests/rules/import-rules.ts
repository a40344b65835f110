import { findImports, type SourceFile } from '../support/source-files.ts';

/**
 * Which part may import which. Imports point down this list, never up or sideways; platform stands to
 * one side, and only wiring and scripts take values from it.
 */
const parts = [
  ...['pages', 'scripts', 'wiring', 'layouts', 'components', 'islands'],
  ...['search', 'referral', 'shortlist', 'directory', 'i18n', 'platform', 'styles'],
] as const;
type Part = (typeof parts)[number];
type Extent = 'all' | 'types' | 'browser';
type Row = Partial<Record<Part, Extent>>;

const below: Row = {
  ...{ layouts: 'all', components: 'all', islands: 'all', search: 'all', referral: 'all' },
  ...{ shortlist: 'all', directory: 'all', i18n: 'all', styles: 'all' },
};

const may: Record<Part, Row> = {
  pages: { ...below, wiring: 'all' },
  scripts: { ...below, wiring: 'all', platform: 'all' },
  wiring: { search: 'all', referral: 'all', directory: 'all', i18n: 'all', platform: 'all' },
  layouts: { components: 'all', islands: 'all', directory: 'types', i18n: 'all', styles: 'all' },
  components: {
    search: 'types',
    referral: 'browser',
    shortlist: 'all',
    directory: 'all',
    i18n: 'all',
    styles: 'all',
  },
  islands: {
    search: 'browser',
    referral: 'browser',
    shortlist: 'browser',
    directory: 'all',
    i18n: 'all',
    styles: 'all',
  },
  search: { directory: 'all', i18n: 'all', platform: 'types' },
  referral: { directory: 'all', i18n: 'all', platform: 'types' },
  shortlist: { directory: 'all', i18n: 'all' },
  directory: { i18n: 'all' },
  i18n: {},
  // Only the shapes of what it reads or stores for them.
  platform: { directory: 'types', search: 'types', referral: 'types' },
  styles: {},
};

const features: readonly Part[] = [
  'search',
  'referral',
  'shortlist',
  'directory',
  'i18n',
  'platform',
];
/** Into folders that are private otherwise. */
const doors: { from: Part; to: RegExp }[] = [
  { from: 'wiring', to: /^src\/search\/engines\// },
  // What a feature is worth is measured from outside.
  { from: 'scripts', to: /^src\/search\/ranking\/features\.ts$/ },
];
const explained = {
  all: '',
  types: 'types only: use `import type`',
  browser: 'only through its browser.ts',
};

/** Import lines that break a rule, one message each: place, line, rule. */
export function findImportProblems(file: SourceFile): string[] {
  const from = partOf(file.path);
  if (!from) return [];
  return findImports(file).flatMap((imported) => {
    const rule = imported.file
      ? findBrokenRule(from, imported.file, imported.typesOnly)
      : findBrokenPackageRule(from, imported.target, imported.typesOnly);
    return rule ? [`${file.path}:${imported.line}\n  ${imported.text}\n  ${rule}`] : [];
  });
}

function findBrokenRule(from: Part, target: string, typesOnly: boolean) {
  if (/^(content|search-index)\//.test(target)) {
    return from === 'i18n' && target.startsWith('content/locales/')
      ? undefined
      : 'content/ and search-index/ are data: read through src/wiring.ts, not imported';
  }
  const to = partOf(target);
  if (!to) return from === 'scripts' ? undefined : `${target} is not a part of src/`;
  const isPrivate = features.includes(to) && target.split('/').length > 3;
  if (
    isPrivate &&
    from !== to &&
    !doors.some((door) => door.to.test(target) && door.from === from)
  ) {
    return `folders inside ${to}/ are private to it (search/engines is also wiring's)`;
  }
  if (from === to) return undefined;
  const extent = may[from][to];
  if (!extent) return `${from} may not import ${to}`;
  if (extent === 'types' && !typesOnly) return `${from} may import ${to}: ${explained.types}`;
  if (extent === 'browser' && !typesOnly && !target.endsWith('/browser.ts')) {
    return `${from} may import ${to}: ${explained.browser}, or types`;
  }
  return undefined;
}

function findBrokenPackageRule(from: Part, target: string, typesOnly: boolean): string | undefined {
  if (target.startsWith('node:') && from !== 'platform' && from !== 'scripts') {
    return 'node: modules are for src/platform/ and scripts/';
  }
  if (target.startsWith('astro:') && (from === 'directory' || from === 'i18n')) {
    return `${from} is pure: no astro: modules`;
  }
  if (from === 'islands' && !typesOnly && !/^preact(\/|$)/.test(target)) {
    return 'islands ship to the browser: no package but Preact';
  }
  return undefined;
}

/** `undefined` outside src/ and scripts/. */
export function partOf(path: string): Part | undefined {
  if (path.startsWith('scripts/')) return 'scripts';
  if (path === 'src/wiring.ts' || path.startsWith('src/wiring/')) return 'wiring';
  if (path === 'src/middleware.ts') return 'pages';
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return parts.find((part) => part === folder);
}
