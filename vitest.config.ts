import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Each takes seconds: real servers, databases and files, whole searches and contents, or a hundred thousand
// made-up cases.
const slower = [
  'tests/contract/{meilisearch-large-index,meilisearch-requests,rebuild-index,search-fallback,site-keys}.test.ts',
  'tests/contract/*.{embedded,sqlite,postgres,meilisearch}.test.ts',
  'tests/content/{crisis-exam,graded-exam,import-export,readme,relevance}.test.ts',
  'tests/unit/platform/{mail/**/*,sqlite/sqlite-database,worker-thread}.test.ts',
  'tests/unit/referral/delivery/{deliver-leases,deliver-mail,deliver-outage}.test.ts',
  'tests/unit/referral/{allocation-histories,follow-up/{outcome,retention}-histories}.test.ts',
  'tests/unit/scripts/{backups,bootstrap,check-content,check-links,import-listings,note-changes}.test.ts',
  'tests/unit/referral/letters/hostile-letters.test.ts',
  'tests/unit/support/a-mail-server.test.ts',
  'tests/rules/browser-floor.test.ts',
  'tests/unit/wiring/search.test.ts',
];

// A limit is there to end what hangs. How long things take is for npm run bench, not for a busy machine to fail on.
const limits = {
  // All processors: Vitest would leave one idle, which is half of a small machine.
  maxWorkers: availableParallelism(),
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

const languages = {
  test: { name: 'languages', ...limits, include: ['tests/languages/**/*.test.ts'] },
};

/**
 * `fast`: pure modules and rules, a few seconds; `slower`: the few that are not.
 * `site` (what visitors see) and `operating` (what operators do) need a build in dist/ (npm run build).
 * `commands`: the commands of the README as they are typed; what needs npm's registry is skipped without it.
 * `meilisearch`: needs a server at MEILI_URL, and is skipped without one.
 * `faults`: kills, full disks, lying mail servers; `--mode long` for the long run (npm run test:faults).
 * `languages`: a copy of the project with one language more, built and used; with `--mode languages` alone
 * (npm run test:languages), as building all pages anew takes a minute or two.
 */
export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      ...(mode === 'languages' ? [languages] : []),
      {
        test: {
          name: 'fast',
          ...limits,
          // Modules here hold no state, so files may share them: reading them once halves the time.
          isolate: false,
          pool: 'threads',
          include: ['tests/{unit,contract,content,rules}/**/*.test.ts'],
          exclude: ['tests/rules/built/**', ...slower],
        },
      },
      { test: { name: 'slower', ...limits, isolate: false, pool: 'threads', include: slower } },
      {
        test: {
          name: 'meilisearch',
          ...limits,
          include: ['tests/meilisearch/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'commands',
          ...limits,
          include: ['tests/commands/**/*.test.ts'],
          // After all others: installing takes both the processor and the disk.
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'site',
          ...limits,
          include: ['tests/site/**/*.test.ts', 'tests/rules/built/**/*.test.ts'],
        },
      },
      { test: { name: 'operating', ...limits, include: ['tests/operating/**/*.test.ts'] } },
      {
        test: {
          name: 'faults',
          ...limits,
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: 'tests/faults/rig/evidence/print-report.ts',
          // Most of their time is spent waiting for other processes.
          maxWorkers: 3,
          // After the others: these take the processor.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}));
