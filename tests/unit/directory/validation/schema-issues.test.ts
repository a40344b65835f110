/** Covers src/directory/reading/schema-issues.ts, src/directory/validation/schema-fields.ts. */
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import {
  listingFields,
  problemsOf,
  problemsOfListing,
} from '../../../support/directory/content.ts';

describe('the form of a listing', () => {
  test.each([
    ['an unknown field', { telephone: '1' }, 'telephone: there is no field of this name.'],
    [
      'a misspelt field',
      { sumary: 'x' },
      "sumary: there is no field of this name. Did you mean 'summary'?",
    ],
    [
      'a misspelt field inside another',
      { trust: { sources: ['x'], chekcs: [] } },
      "trust.chekcs: there is no field of this name. Did you mean 'checks'?",
    ],
    [
      'an empty field',
      { hours: null },
      'hours: this field is empty. Fill it in or delete the line.',
    ],
    ['an empty text', { hours: ' ' }, 'hours: this text is empty.'],
    ['an empty list', { needs: [] }, 'needs: this list is empty. Give at least one entry.'],
    [
      'one value instead of a list',
      { needs: 'food' },
      "needs: found 'food'; a list is allowed here. Write [food].",
    ],
    [
      'several values where a list is needed, without being told of its letters as well',
      { needs: 'food, loneliness' },
      "needs: found 'food, loneliness'; a list is allowed here. Write [food, loneliness].",
    ],
    [
      'a list that lost its first bracket',
      { needs: 'food, loneliness]' },
      "needs: found 'food, loneliness]'; a list is allowed here. Write [food, loneliness].",
    ],
    [
      'a list instead of one value',
      { kind: ['charity'] },
      'kind: found several lines or entries; one text is allowed here.',
    ],
    [
      'a number instead of text',
      { charityNumber: 1046958 },
      'charityNumber: found 1046958 without quotation marks, which is not read as text. Write "1046958".',
    ],
    [
      'yes instead of true',
      { confidentialAddress: 'yes' },
      "confidentialAddress: found 'yes'; allowed: true, false.",
    ],
    [
      'an unknown status',
      { status: 'opne' },
      "status: found 'opne'; allowed: open, paused, closed; did you mean 'open'?",
    ],
    [
      'a summary of 111 letters',
      { summary: 'a'.repeat(111) },
      'summary: has 111 letters; at most 110 are allowed. Shorten it by 1.',
    ],
    [
      'seven needs',
      { needs: Array(7).fill('food') },
      'needs: has 7 entries; at most 6 are allowed.',
    ],
    [
      'a bad e-mail address',
      { email: 'info at example' },
      "email: found 'info at example', which is not an e-mail address.",
    ],
    [
      'a website without https',
      { website: 'www.example.org' },
      "website: found 'www.example.org'; a website begins with https://",
    ],
    [
      'a website that is a script',
      { website: 'javascript:alert(1)' },
      "website: found 'javascript:alert(1)'; a website begins with https://",
    ],
    [
      'a date that does not exist',
      aCheck({ date: '2026-02-30' }),
      "trust.checks.date, number 1: found '2026-02-30'; a date is year-month-day",
    ],
    [
      'a check by carrier pigeon',
      aCheck({ method: 'pigeon' }),
      "trust.checks.method, number 1: found 'pigeon'; allowed: phone, visit, website, email, self-confirmed.",
    ],
    [
      'a time without its zero',
      aSession({ opens: '9:00' }),
      "sessions.opens, number 1: found '9:00'; a time is hours and minutes",
    ],
  ])('%s is reported', (_what, fields, message) => {
    expect(problemsOfListing(fields)).toEqual([
      expect.stringContaining(`organisations/bow-lunch-club.yaml, ${message}`),
    ]);
  });

  test('a number without quotation marks is told with the zero that it begins with', () => {
    const text = stringify(listingFields({ phone: 'HERE' })).replace('HERE', '02073645000');
    expect(problemsOf({ 'organisations/bow-lunch-club.yaml': text })).toEqual([
      'organisations/bow-lunch-club.yaml, phone: found 02073645000 without quotation marks, which is not read as text. Write "02073645000".',
    ]);
  });

  test('a summary of 109 or 110 letters is fine', () => {
    expect(problemsOfListing({ summary: 'a'.repeat(109) })).toEqual([]);
    expect(problemsOfListing({ summary: 'a'.repeat(110) })).toEqual([]);
  });

  test('an empty file is reported', () => {
    expect(problemsOf({ 'organisations/empty.yaml': '# nothing yet\n' })).toEqual([
      'organisations/empty.yaml: this file has no fields. Compare it with another listing.',
    ]);
  });
});

function aCheck(check: Record<string, unknown>) {
  const whole = { date: '2026-11-01', method: 'phone', facts: ['phone'], ...check };
  return { trust: { sources: ['x'], checks: [whole] } };
}

function aSession(session: Record<string, unknown>) {
  return { sessions: [{ days: ['mon'], opens: '10:00', closes: '12:00', ...session }] };
}
