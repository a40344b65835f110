import { describe, expect, test } from 'vitest';
import { toDocument } from '../faults/catalogue/document.ts';
import type { Covered } from '../faults/catalogue/fault.ts';
import { faults } from '../faults/catalogue/index-of-faults.ts';
import { readSourceFiles } from '../support/machine/source-files.ts';

// The type checker keeps this list the same as the types in src/referral.
const everyEnding: Record<Covered, true> = {
  'accept:saved': true,
  'accept:not-saved': true,
  'accept:cannot-tell': true,
  'send:handed-over': true,
  'send:not-sent:unreachable': true,
  'send:not-sent:no-greeting': true,
  'send:not-sent:tls': true,
  'send:not-sent:login': true,
  'send:not-sent:sender-refused': true,
  'send:not-sent:account-refused': true,
  'send:not-sent:hung-up': true,
  'send:not-sent:try-later': true,
  'send:refused:recipient': true,
  'send:refused:message': true,
  'send:maybe-sent:connection-lost': true,
  'send:maybe-sent:no-answer': true,
  'store:full': true,
  'store:busy': true,
  'store:read-only': true,
  'store:damaged': true,
  'store:input-output': true,
  'store:unreachable': true,
  'store:wrong-password': true,
  'store:no-such-database': true,
  'store:replaced': true,
  'store:other': true,
  'effect:not-stored': true,
  'effect:unknown': true,
  'needs-human:refused:recipient': true,
  'needs-human:refused:message': true,
  'needs-human:maybe-sent-too-often': true,
  'needs-human:cannot-be-read': true,
  'needs-human:too-old': true,
  'needs-human:bounced': true,
  'needs-human:restored': true,
};

const tests = readSourceFiles(['tests/faults'], /\.test\.ts$/)
  .map(({ text }) => text)
  .join('\n');

test('the 57 faults are numbered from 1', () => {
  expect(faults.map(({ number }) => number)).toEqual(
    Array.from({ length: 57 }, (_, index) => index + 1),
  );
});

test('each fault has a test', () => {
  const without = faults.filter(({ number }) => !new RegExp(`fault\\(\\s*${number},`).test(tests));

  expect(without.map(({ number, fault }) => `${number} ${fault}`)).toEqual([]);
});

describe('each way in which an acceptance, a try or a letter may end has a fault that leads there', () => {
  const covered = new Set(faults.flatMap(({ covers = [] }) => covers));

  test.each(Object.keys(everyEnding) as Covered[])('%s', (ending) => {
    expect(covered).toContain(ending);
  });
});

test('each place in the code that leaves a letter to a person is known to the faults', () => {
  const places = readSourceFiles(['src/referral'], /\.ts$/).flatMap(({ path, text }) => {
    const found = text.match(/stopTrying\(letter\)|state: 'needs-human',/g) ?? [];
    return found.length > 0 ? [`${path}: ${found.length}`] : [];
  });

  // A new one needs a fault that leads there, and its name among the ways above.
  expect(places.toSorted()).toEqual([
    'src/referral/delivery/settle.ts: 3',
    'src/referral/letters/prepare-letter.ts: 1',
    'src/referral/operator/mark-restored.ts: 1',
    'src/referral/operator/reopen-bounced.ts: 1',
    'src/referral/returns/take-return.ts: 1',
  ]);
});

test('docs/faults.md is made from the catalogue', async () => {
  await expect(toDocument()).toMatchFileSnapshot('../../docs/faults.md');
});
