import { describe, expect, test } from 'vitest';
import { reportHealth } from '../../../src/referral/report-health.ts';
import { MINUTE_MS, NOON } from '../../support/referral/a-store.ts';

const quiet = {
  accepted: 9,
  pending: 0,
  sending: 0,
  maybeSent: 0,
  handedOver: 9,
  needsHuman: 0,
  withdrawn: 0,
  unconfirmed: 4,
  neverConfirmed: 1,
  oldestWaitingSince: undefined,
};
const well = {
  counts: quiet,
  writable: true,
  rowsMissing: 0,
  troubles: [],
  mailRefusedSince: undefined,
  backedUpAt: undefined,
};
const MIB = 1024 * 1024;

function report({
  counts = {},
  freeBytes = 1000 * MIB,
  ...found
}: {
  counts?: Partial<Parameters<typeof reportHealth>[0]['counts']>;
  writable?: boolean;
  rowsMissing?: number;
  troubles?: string[];
  mailRefusedSince?: number;
  backedUpAt?: number;
  freeBytes?: number | undefined;
}) {
  const {
    counts: told,
    backupAgeSeconds,
    ...report
  } = reportHealth(
    { ...well, counts: { ...quiet, ...counts }, ...found },
    { now: NOON, freeBytes },
  );
  expect(told).toMatchObject({ needsHuman: counts.needsHuman ?? 0 });
  expect(backupAgeSeconds).toBe(found.backedUpAt && (NOON - found.backedUpAt) / 1000);
  return report;
}

test('counts what waits apart from what anybody may read', () => {
  const counts = {
    ...quiet,
    pending: 2,
    sending: 1,
    maybeSent: 4,
    oldestWaitingSince: NOON - 61_500,
  };

  expect(reportHealth({ ...well, counts }, { now: NOON, freeBytes: undefined }).counts).toEqual({
    pending: 3,
    maybeSent: 4,
    needsHuman: 0,
    oldestPendingSeconds: 61,
  });
});

test('all is well while letters wait for minutes', () => {
  const counts = { pending: 2, sending: 1, oldestWaitingSince: NOON - 15 * MINUTE_MS };

  expect(report({ counts })).toEqual({ status: 'ok', canTake: true, troubles: [] });
});

describe('a person should look', () => {
  test('once a letter has waited for more than 15 minutes', () => {
    const statusAfter = (minutes: number) =>
      report({ counts: { pending: 1, oldestWaitingSince: NOON - minutes * MINUTE_MS } }).status;

    expect([14, 15, 16].map(statusAfter)).toEqual(['ok', 'ok', 'degraded']);
  });

  test.each([
    ['a referral needs a person', { counts: { needsHuman: 7 } }, 'needs-human'],
    ['referrals are missing', { rowsMissing: 7 }, 'rows-missing'],
    ['nobody confirmed a referral for long', { troubles: ['not-confirmed'] }, 'not-confirmed'],
    ['the worker is silent', { troubles: ['worker-silent'] }, 'worker-silent'],
    [
      'letters wait, which the worker told too',
      { counts: { oldestWaitingSince: NOON - 16 * MINUTE_MS }, troubles: ['letters-waiting'] },
      'letters-waiting',
    ],
  ])('when %s, and it says which part, but not how many', (_what, found, trouble) => {
    expect(report(found)).toEqual({ status: 'degraded', canTake: true, troubles: [trouble] });
  });
});

test('a person should look once the newest backup is older than two days, if ever one was made', () => {
  const hours = 60 * MINUTE_MS;
  const found = [47, 48, 49].map((age) => report({ backedUpAt: NOON - age * hours }).troubles);

  expect(found).toEqual([[], [], ['backup-old']]);
  expect(report({}).troubles).toEqual([]);
});

describe('no referral can be taken', () => {
  test('when the store cannot be written', () => {
    expect(report({ writable: false })).toMatchObject({
      status: 'down',
      canTake: false,
      troubles: ['store-not-writable'],
    });
  });

  test('when less than 64 MiB are free', () => {
    const statuses = [63, 64, 65].map((free) => report({ freeBytes: free * MIB }).status);

    expect(statuses).toEqual(['down', 'ok', 'ok']);
  });
});

describe('no referral reaches anybody', () => {
  test('once the mail server has refused TLS or our login for more than 15 minutes', () => {
    const reports = [14, 15, 16].map((minutes) =>
      report({ troubles: ['mail-tls'], mailRefusedSince: NOON - minutes * MINUTE_MS }),
    );

    expect(reports.map(({ status }) => status)).toEqual(['degraded', 'degraded', 'down']);
    expect(reports.at(-1)?.troubles).toEqual(['mail-refused', 'mail-tls']);
    // They are kept, and sent once it takes us again.
    expect(reports.at(-1)?.canTake).toBe(true);
  });
});

test('no referral reaches anybody while nobody has decided on a store that was put back', () => {
  expect(report({ troubles: ['restored-undecided'] })).toEqual({
    status: 'down',
    canTake: true,
    troubles: ['restored-undecided'],
  });
});

test('a disk that cannot be measured is no reason for alarm', () => {
  expect(reportHealth(well, { now: NOON, freeBytes: undefined }).status).toBe('ok');
});

test('a clock that was set back does not make letters younger than new', () => {
  expect(report({ counts: { oldestWaitingSince: NOON + 1 } }).status).toBe('ok');
});
