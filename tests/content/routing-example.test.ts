import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDirectory } from '../../src/directory/reading/parse-directory.ts';
import { today } from '../../src/platform/clock.ts';
import { loadContentFiles } from '../../src/platform/files/content-files.ts';
import { describeAllocation } from '../../src/referral/routing/describe-allocation.ts';
import { findExampleMailboxes } from '../../src/referral/routing/example-mailboxes.ts';
import { parseRouting } from '../../src/referral/routing/parse-routing.ts';
import { loadRoutingFile } from '../../src/wiring/routing-file.ts';

const content = parseDirectory(loadContentFiles('content'), today());
if (!content.ok) throw new Error('content/ has problems');
const { practices } = content.directory;
const text = readFileSync('content/routing.example.yaml', 'utf8');
const parsed = parseRouting(text, 'content/routing.example.yaml', { practices });
if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
const { routing } = parsed;

test('the example gives every practice the team of its network', () => {
  const teamsOf = Map.groupBy(practices, ({ network }) => network);

  expect(practices).toHaveLength(30);
  expect(
    [...teamsOf.values()].map((members) => [
      ...new Set(members.map(({ odsCode }) => routing.teamOf(odsCode).id)),
    ]),
  ).toEqual(Array.from({ length: 7 }, () => [expect.not.stringMatching('borough')]));
  expect(new Set(practices.map(({ odsCode }) => routing.teamOf(odsCode).id)).size).toBe(7);
  expect(routing.teamOf('not-sure').id).toBe('borough');
});

test('every mailbox of the example is plainly an example', () => {
  expect(findExampleMailboxes(routing)).toHaveLength(routing.teams.length + 1);
});

test('the example tells, in a line each, who gets what', () => {
  const lines = describeAllocation(routing, practices);

  expect(lines).toHaveLength(31);
  expect(lines[0]?.split(/ +→ +/)).toEqual([
    'F84012 Albion Health Centre',
    'network-2',
    'network-2@prescribers.example',
    'if that fails: borough (borough@prescribers.example)',
  ]);
  expect(lines[30]).toMatch(/^Not sure of their practice .*only the operator$/);
});

test('the example is what is read where no file is named', () => {
  expect(loadRoutingFile(undefined)).toEqual({ name: 'content/routing.example.yaml', text });
  expect(loadRoutingFile('nowhere/routing.yaml')).toEqual({
    problem: 'nowhere/routing.yaml: this file cannot be read (ENOENT). ROUTING_FILE names it.',
  });
});
