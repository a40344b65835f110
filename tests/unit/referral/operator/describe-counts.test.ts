import { expect, test } from 'vitest';
import { describeCounts } from '../../../../src/referral/operator/describe-counts.ts';
import { MINUTE_MS, NOON } from '../../../support/referral/a-store.ts';

const counts = {
  accepted: 20,
  pending: 2,
  sending: 1,
  maybeSent: 4,
  handedOver: 9,
  needsHuman: 3,
  withdrawn: 1,
  unconfirmed: 5,
  neverConfirmed: 2,
  oldestWaitingSince: NOON - 90 * MINUTE_MS,
};
const rowsOf = (lines: string[]) => lines.map((line) => line.split(/ {2,}/));

test('tells how many are how far, and how long the oldest has waited', () => {
  expect(rowsOf(describeCounts(counts, { now: NOON, returnsReadAt: undefined }))).toEqual([
    ['accepted', '20'],
    ['waiting', '3'],
    ['maybe sent', '4'],
    ['needs a person', '3'],
    ['handed over', '9'],
    ['of these, not confirmed, text kept', '5'],
    ['of these, never confirmed, text destroyed', '2'],
    ['withdrawn', '1'],
    ['oldest not handed over', '90 min'],
  ]);
});

test('tells when the return mailbox was read, and never a time below nought', () => {
  const quiet = { ...counts, oldestWaitingSince: undefined };
  const rows = rowsOf(describeCounts(quiet, { now: NOON, returnsReadAt: NOON + MINUTE_MS }));

  expect(rows.slice(-2)).toEqual([
    ['oldest not handed over', 'none'],
    ['return mailbox read', '0 min ago'],
  ]);
});
