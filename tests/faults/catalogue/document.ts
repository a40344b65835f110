import { groups } from './index-of-faults.ts';

/** docs/faults.md. The catalogue is the source; tests/rules/faults.test.ts keeps the file the same. */
export function toDocument(): string {
  const parts = Object.entries(groups).flatMap(([name, faults]) => [
    `## ${name}`,
    '',
    '| # | Fault | How it is made to happen | What is shown |',
    '| --- | --- | --- | --- |',
    ...faults.map(
      ({ number, fault, inject, shows, missing }) =>
        `| ${number} | ${fault} | ${inject} | ${shows}${missing ? `. Not produced: ${missing}` : ''} |`,
    ),
    '',
  ]);
  return [
    '# Faults',
    '',
    'What goes wrong on purpose in `npm run test:faults`, and what must be so afterwards. This page is made',
    'from `tests/faults/catalogue/`; after a change there run `npx vitest run tests/rules/faults.test.ts -u`.',
    '',
    'After every one of them:',
    '',
    '- every reference that a resident was told is in a mailbox or still owed: **lost = 0**',
    '- nothing is in a mailbox that nobody sent: **unexpected = 0**',
    '- accepted = handed over + waiting + maybe sent + with a person + erased',
    '- `integrity_check` says ok (but for fault 38, where the file is damaged on purpose)',
    '- twelve values that only the resident wrote (name, birthday, phone, e-mail, words in two scripts,',
    '  safety note, best time, access needs, three of the helper) are in no log, no address and no plain',
    '  byte of DATA_DIR (its file of random bytes is left out), as they are or in base64, hex, UTF-16, JSON or URL encoding',
    '',
    'The end of the run prints the sets of a queue checker: **lost** (told, and gone), **unexpected** (arrived,',
    'and never sent), **duplicated** (copies beyond the first), **recovered** (stored although nobody was told).',
    '',
    '`npm test` runs each fault, and at least 40 kills. `npm run test:faults` runs the long form: at least 500',
    'kills, 50 restarts, 10,000 acknowledged referrals and 2,000 letters that wait. A fault that the machine',
    'cannot produce (no root, no `strace`, not Linux) is skipped. The long run ends with a table of all faults, which says why',
    'for each of those; the share in `npm test` prints the totals, and the numbers that did not hold.',
    '',
    ...parts,
    '## Second copies after a kill',
    '',
    'A letter is sent a second time if the worker dies between the first byte of its text and our note of what',
    'became of it. Eight letters are on their way at once, but only one at a time may be in that gap',
    '(`src/referral/delivery/hand-over-lock.ts`): **at most one second copy a kill**. Who has waited two seconds for the mail',
    'server’s answer holds up the others no longer, so a server that slow may cost up to eight. Both copies have',
    'one Message-ID and one Date. In 50 kills in the middle of a rush: 75 second copies before, 15 and 7 (two runs) with it, and',
    '2,000 letters took no longer.',
    '',
    '## What this does not show',
    '',
    '- A power cut. `kill -9` leaves what the kernel has already taken; that COMMIT waits for the disk is',
    '  checked by `PRAGMA synchronous` at start and by fault 9.',
    '- A disk that lies about fsync, and memory that flips bits.',
    '- The mail servers of the NHS: ours is a server on this machine that follows the standards and then',
    '  breaks them.',
    '',
  ].join('\n');
}
