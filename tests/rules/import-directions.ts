/**
 * Which part may import which. Imports point down this list, never up or sideways; platform stands to
 * one side, and only wiring and scripts take values from it.
 */
const parts = [
  'pages',
  'scripts',
  'wiring',
  'layouts',
  'components',
  'islands',
  'search',
  'reports',
  'referral',
  'shortlist',
  'open-referral',
  'exchange',
  'directory',
  'i18n',
  'platform',
  'styles',
] as const;
export type Part = (typeof parts)[number];
type Extent = 'all' | 'types' | 'browser';
type Row = Partial<Record<Part, Extent>>;

const below: Row = {
  layouts: 'all',
  components: 'all',
  islands: 'all',
  search: 'all',
  reports: 'all',
  referral: 'all',
  shortlist: 'all',
  'open-referral': 'all',
  exchange: 'all',
  directory: 'all',
  i18n: 'all',
  styles: 'all',
};

export const may: Record<Part, Row> = {
  pages: { ...below, wiring: 'all' },
  scripts: { ...below, wiring: 'all', platform: 'all' },
  wiring: {
    search: 'all',
    reports: 'all',
    referral: 'all',
    'open-referral': 'all',
    directory: 'all',
    i18n: 'all',
    platform: 'all',
  },
  layouts: {
    components: 'all',
    islands: 'all',
    reports: 'types',
    directory: 'types',
    i18n: 'all',
    styles: 'all',
  },
  components: {
    search: 'types',
    reports: 'all',
    referral: 'all',
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
  // What visitors tell the editors is kept and sent as referrals are, by the same store and worker.
  reports: { referral: 'all', directory: 'all', i18n: 'all', platform: 'types' },
  search: { directory: 'all', i18n: 'all', platform: 'types' },
  referral: { directory: 'all', i18n: 'all', platform: 'types' },
  shortlist: { directory: 'all', i18n: 'all' },
  'open-referral': { directory: 'all', i18n: 'all' },
  exchange: { directory: 'all', i18n: 'all' },
  directory: { i18n: 'all' },
  i18n: {},
  // It knows the languages; all else the parts that use it give it.
  platform: { i18n: 'all' },
  styles: {},
};

/** `undefined` outside src/ and scripts/. */
export function partOf(path: string): Part | undefined {
  if (path.startsWith('scripts/')) return 'scripts';
  if (path === 'src/wiring.ts' || path.startsWith('src/wiring/')) return 'wiring';
  if (path === 'src/middleware.ts') return 'pages';
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return parts.find((part) => part === folder);
}
