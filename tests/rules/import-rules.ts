import { findImports, type SourceFile } from '../support/machine/source-files.ts';
import { may, type Part, partOf } from './import-directions.ts';

/**
 * The files of a feature that other parts may import; what is not named is private to the feature. All of
 * i18n is public: it is there for everyone.
 */
export const publicDoors: { readonly [part in Part]?: readonly string[] } = {
  search: [
    'browser.ts',
    'crisis/browser.ts',
    'crisis/crisis-explainer.ts',
    'crisis/crisis-words.ts',
    'definition/definition.ts',
    'definition/unknown-names.ts',
    'port.ts',
    'request.ts',
    'results/facet-groups.ts',
    'results/no-distance.ts',
    'results/results-view.ts',
    'results/start-here.ts',
    'search-address.ts',
    'search-models.ts',
    'searcher.ts',
    'suggestions/suggester.ts',
    'words/tokeniser.ts',
    'words/typed-languages.ts',
  ],
  referral: [
    'browser.ts',
    'create-referrals.ts',
    'delivery/worker-health.ts',
    'delivery/worker.ts',
    'follow-up/answer-times.ts',
    'follow-up/outcome.ts',
    'follow-up/team-answer.ts',
    'follow-up/phone-contact.ts',
    'form/answers.ts',
    'form/eligibility.ts',
    'form/field-errors.ts',
    'form/form-facts.ts',
    'form/form-model.ts',
    'form/handle-form.ts',
    'form/send-limits.ts',
    'form/start-form.ts',
    'form/typed-text.ts',
    'letters/layout.ts',
    'letters/letter.ts',
    'letters/pending-letter.ts',
    'letters/referral-letter.ts',
    'letters/resident-copy.ts',
    'operator/backed-up-at.ts',
    'operator/mark-restored.ts',
    'operator/operator-command.ts',
    'operator/operator-result.ts',
    'operator/operator.ts',
    'practices/find-practices.ts',
    'practices/match-practice.ts',
    'public-site-url.ts',
    'referrals.ts',
    'report-health.ts',
    'routing/describe-allocation.ts',
    'routing/example-mailboxes.ts',
    'routing/parse-routing.ts',
    'routing/routing-in-force.ts',
    'routing/routing.ts',
    'store/identity-watch.ts',
    'store/report-table.ts',
    'store/store-fault.ts',
    'store/store-port.ts',
    'store/store-tables.ts',
    'store/store.ts',
  ],
  shortlist: [
    'browser.ts',
    'share-text.ts',
    'short-address.ts',
    'shortlist-address.ts',
    'shortlist-changes.ts',
    'shortlist.ts',
  ],
  'open-referral': ['answer.ts', 'feed.ts', 'field-list.ts', 'openapi.ts'],
  exchange: [
    'export-listings.ts',
    'import-report.ts',
    'listing-record.ts',
    'merging/plan-import.ts',
    'open-referral/fetch-services.ts',
    'open-referral/read-services.ts',
    'open-referral/terms.ts',
    'read-source.ts',
    'tables/write-table.ts',
  ],
  directory: [
    'by-usefulness.ts',
    'changes-since.ts',
    'changes/directory-changes.ts',
    'checkable.ts',
    'checking/call-sheet.ts',
    'checking/due-words.ts',
    'checking/due.ts',
    'checking/importance.ts',
    'checking/on-target.ts',
    'contact.ts',
    'crisis-lines.ts',
    'directory.ts',
    'distance.ts',
    'do-not-list.ts',
    'editing/change-listing.ts',
    'editing/field-order.ts',
    'editing/is-same.ts',
    'editing/write-listing.ts',
    'freshness.ts',
    'links/check-websites.ts',
    'links/format-websites.ts',
    'links/network-watch.ts',
    'listing.ts',
    'lists.ts',
    'mend-word.ts',
    'nearest.ts',
    'phone.ts',
    'places.ts',
    'plain-name.ts',
    'postcode.ts',
    'public-listing.ts',
    'reach.ts',
    'reading/content-problem.ts',
    'reading/histories.ts',
    'reading/merge-histories.ts',
    'reading/note-changes.ts',
    'reading/parse-directory.ts',
    'reading/prose.ts',
    'reading/read-yaml.ts',
    'reading/schema-issues.ts',
    'reading/text-fault.ts',
    'reading/untranslated-labels.ts',
    'related.ts',
    'selections.ts',
    'short-hash.ts',
    'similar.ts',
    'situation.ts',
    'timetable/calendar-file.ts',
    'timetable/need-programme.ts',
    'timetable/occasions.ts',
    'timetable/series.ts',
    'timetable/session-times.ts',
    'timetable/whats-on-request.ts',
    'validation/personal-mailbox.ts',
    'validation/phone-form.ts',
  ],
  platform: [
    'clock.ts',
    'config.ts',
    'database-refused.ts',
    'database.ts',
    'files/build-files.ts',
    'files/build-in-use.ts',
    'files/become-owner.ts',
    'files/build-sources.ts',
    'files/build-version.ts',
    'files/built-pages.ts',
    'files/content-files.ts',
    'files/dated-backups.ts',
    'files/english-words.ts',
    'files/kept-data.ts',
    'files/replace-files.ts',
    'files/tally-file.ts',
    'files/search-index-files.ts',
    'files/text-file.ts',
    'http/answer-counts.ts',
    'http/ask-website.ts',
    'http/get-bytes.ts',
    'http/sockets/handed-socket.ts',
    'http/http-server.ts',
    'http/sockets/listen-fault.ts',
    'http/on-demand.ts',
    'http/page-notes.ts',
    'http/prometheus-text.ts',
    'http/post-json.ts',
    'http/problem-page.ts',
    'http/rate-limit.ts',
    'http/sockets/stop-server.ts',
    'http/warm-up.ts',
    'log.ts',
    'mail/check/check-domain.ts',
    'mail/check/check-server.ts',
    'mail/mail.ts',
    'mail/ehlo-name.ts',
    'mail/file-sender.ts',
    'mail/imap-reader.ts',
    'mail/mail-authorities.ts',
    'mail/oauth-tokens.ts',
    'mail/received-mail.ts',
    'mail/smtp-sender.ts',
    'name-uuid.ts',
    'once.ts',
    'open-database.ts',
    'operator-name.ts',
    'postgres/database-backup.ts',
    'process-facts.ts',
    'secrets/signed-token.ts',
    'secrets/derived-key.ts',
    'secrets/hash-text.ts',
    'secrets/randomness.ts',
    'secrets/key-file.ts',
    'secrets/sealing.ts',
    'sqlite/database-backup.ts',
    'sqlite/database-restore.ts',
    'sqlite/disk-reserve.ts',
    'sqlite/free-space.ts',
    'stop-signals.ts',
    'timers.ts',
    'worker-thread.ts',
  ],
};

/** Doors for one part alone. */
const ownDoors: readonly { from: Part; to: RegExp }[] = [
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
  if (
    from !== 'islands' &&
    target === 'src/referral/browser.ts' &&
    (from === to || may[from][to])
  ) {
    return 'browser.ts is for islands: take it from the file that has it';
  }
  if (from === to) return undefined;
  if (!isDoor(from, to, target)) {
    return `${target} is private to ${to}: it is not among its publicDoors (tests/rules/import-rules.ts)`;
  }
  const extent = may[from][to];
  if (!extent) return `${from} may not import ${to}`;
  if (extent === 'types' && !typesOnly) return `${from} may import ${to}: ${explained.types}`;
  if (extent === 'browser' && !typesOnly && !target.endsWith('/browser.ts')) {
    return `${from} may import ${to}: ${explained.browser}, or types`;
  }
  return undefined;
}

function isDoor(from: Part, to: Part, target: string): boolean {
  const doors = publicDoors[to];
  return (
    !doors ||
    doors.some((door) => target === `src/${to}/${door}`) ||
    ownDoors.some((door) => door.from === from && door.to.test(target))
  );
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
