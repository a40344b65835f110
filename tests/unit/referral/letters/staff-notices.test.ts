/** Covers src/referral/letters/digest.ts. */
import { describe, expect, test } from 'vitest';
import { renderDigest } from '../../../../src/referral/letters/digest.ts';
import {
  renderAlert,
  renderFallbackNotice,
  renderReminder,
} from '../../../../src/referral/letters/staff-notices.ts';
import { aRouting } from '../../../support/referral/a-routing.ts';

const reference = 'SP-7K3M-9QXT';
const handedOverAt = new Date('2026-11-16T23:30:00Z');

const reminderFacts = {
  reference,
  handedOverAt,
  fallbackAskedOn: new Date('2026-11-19T00:00:00Z'),
};

test('a reminder names the letter to look for, the day it was sent, and when others are asked', () => {
  const { subject, text } = renderReminder(reminderFacts);

  expect(subject).toBe('Please confirm self-referral SP-7K3M-9QXT');
  expect(text).toContain('on Monday 16 November 2026');
  expect(unwrapped(text)).toContain('"New self-referral SP-7K3M-9QXT"');
  expect(unwrapped(text)).toContain('confirms it before Thursday 19 November 2026, we ask');
});

describe('a fallback', () => {
  test.each([
    ['recipient', 'does not take letters for its mailbox'],
    ['message', 'refuses this letter'],
    ['stuck', 'not been able to send'],
    ['maybe-sent', 'cannot tell'],
    ['unreadable', 'is damaged'],
    ['unacknowledged', 'took the letter on Monday 16 November 2026'],
  ] as const)('is told why a person is needed (%s) and what to do', (reason, words) => {
    const team = aRouting().teamOf('F84001');
    const { subject, text } = renderFallbackNotice({ reference, reason, team, handedOverAt });

    expect(subject).toBe('Self-referral SP-7K3M-9QXT needs a person');
    expect(text).toContain('Team: Team North (north)\n');
    expect(unwrapped(text)).toContain(words);
    expect(unwrapped(text)).toContain('Please ask the team today');
  });
});

test('a fallback of a team that confirmed nothing is told until when the letter can be sent to it', () => {
  const facts = { reference, team: aRouting().teamOf('F84001'), handedOverAt };
  const retainedUntil = new Date('2026-12-16T23:59:59Z');
  const textOf = (reason: 'unacknowledged' | 'stuck', until?: Date) =>
    unwrapped(renderFallbackNotice({ ...facts, reason, retainedUntil: until }).text);

  expect(textOf('unacknowledged', retainedUntil)).toContain(
    'Until Wednesday 16 December 2026 at least',
  );
  expect(textOf('stuck')).not.toContain('Until');
});

describe('a weekly digest', () => {
  const week = { from: new Date('2026-11-15T08:00:00Z'), until: new Date('2026-11-22T08:00:00Z') };

  test('lists each reference with its dates, oldest first, and says which are not confirmed', () => {
    const { subject, text } = renderDigest({
      ...week,
      referrals: [
        {
          reference: 'SP-BBBB-2222',
          handedOverAt: new Date('2026-11-18T12:00:00Z'),
          acknowledgedAt: undefined,
        },
        {
          reference: 'SP-AAAA-1111',
          handedOverAt,
          acknowledgedAt: new Date('2026-11-17T12:00:00Z'),
        },
      ],
    });

    expect(subject).toBe('2 self-referrals sent to you in the week to Sunday 22 November 2026');
    expect(text.split('\n').filter((line) => line.startsWith('  SP-'))).toEqual([
      '  SP-AAAA-1111  sent Monday 16 November 2026, confirmed Tuesday 17 November 2026',
      '  SP-BBBB-2222  sent Wednesday 18 November 2026, NOT CONFIRMED',
    ]);
  });

  test('tells of one, and of none: a silent week is then noticed too', () => {
    const one = [{ reference, handedOverAt, acknowledgedAt: undefined }];

    expect(renderDigest({ ...week, referrals: one }).subject).toMatch(/^1 self-referral sent/);
    expect(renderDigest({ ...week, referrals: [] }).subject).toMatch(/^0 self-referrals sent/);
    expect(renderDigest({ ...week, referrals: [] }).text).toContain('We sent you no self-referral');
  });
});

test('an alert names each trouble and the references it concerns', () => {
  const { subject, text } = renderAlert({
    at: new Date('2026-11-22T09:05:00Z'),
    causes: [
      { reason: 'needs-human', references: [reference, 'SP-AAAA-1111'] },
      { reason: 'damaged', references: [] },
      { reason: 'login', references: [] },
    ],
  });

  expect(subject).toBe('Self-referrals need your attention');
  expect(text).toContain(
    'Letters that no further try will send:\n  - SP-7K3M-9QXT\n  - SP-AAAA-1111\n',
  );
  expect(text).toContain('can no longer be read:\n  - a letter that is not about one referral\n');
  expect(text).toContain('does not accept our login');
});

test.each([
  ['reminder', (given: string) => renderReminder({ ...reminderFacts, reference: given })],
  [
    'alert',
    (given: string) =>
      renderAlert({
        at: handedOverAt,
        causes: [{ reason: 'waiting' as const, references: [given] }],
      }),
  ],
])('a %s takes references only, never words of a person', (_kind, render) => {
  expect(() => render('Test Person One')).toThrow('not of the form');
});

function unwrapped(text: string): string {
  return text.replace(/\n(?!\n)/g, ' ');
}
