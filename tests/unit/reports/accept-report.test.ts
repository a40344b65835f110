/** Covers src/reports/accept-report.ts, src/reports/report-letter.ts, src/reports/report-text.ts; on a real store. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { randomness } from '../../../src/platform/secrets/randomness.ts';
import { createSealing } from '../../../src/platform/secrets/sealing.ts';
import { parseLetterText } from '../../../src/referral/letters/letter-text.ts';
import { StoreFault } from '../../../src/referral/store/store-fault.ts';
import { type AcceptReportParts, createAcceptReport } from '../../../src/reports/accept-report.ts';
import { renderReportLetter } from '../../../src/reports/report-letter.ts';
import type { Report } from '../../../src/reports/report-model.ts';
import { parseReportText } from '../../../src/reports/report-text.ts';
import { aStore, NOON, type OpenedStore } from '../../support/referral/a-store.ts';

const report: Report = {
  kind: 'listing',
  listing: 'made-up-club',
  facts: ['phone', 'closed'],
  words: 'The number rings out.\nSubject: forged',
  placeName: '',
  placeDoes: '',
  placeReach: '',
};
const sealing = createSealing(Buffer.alloc(32, 'k'));
let opened: OpenedStore;
let logged: unknown[][];

beforeEach(async () => {
  opened = await aStore();
  logged = [];
});
afterEach(() => opened.discard());

function anAccept(parts: Partial<AcceptReportParts> = {}) {
  return createAcceptReport({
    openStore: async () => opened.store,
    sealing,
    randomness,
    now: () => NOON,
    log: { error: (...line) => logged.push(line) },
    mailDomain: 'directory.example',
    hasMailbox: true,
    renderLetter: (facts) =>
      renderReportLetter({
        ...facts,
        listing: { name: 'Made-up Club', url: 'https://directory.example/made-up-club/' },
      }),
    ...parts,
  });
}

async function openLetter() {
  const [letter] = await opened.store.claimDueLetters({ leaseMs: 1000, owner: 'a', limit: 1 });
  const { payload, wrappedKey } = letter ?? {};
  if (!letter || !payload || !wrappedKey) throw new Error('There is no letter to open');
  return parseLetterText(sealing.open(letter.id, { payload, wrappedKey }) ?? '');
}

describe('a report that is accepted', () => {
  test('is stored with what was ticked in the open and what was typed sealed', async () => {
    expect(await anAccept()(report, 'form-a', 'bn')).toEqual({ kind: 'saved', repeated: false });

    const stored = await opened.store.findReport({ formToken: 'form-a' });
    expect(stored).toMatchObject({
      kind: 'listing',
      listing: 'made-up-club',
      facts: 'phone closed',
      locale: 'bn',
      receivedAt: NOON,
      clearedAt: null,
    });
    expect(stored?.reference).toMatch(/^RP-\w{4}-\w{4}$/);
    const { id = '', payload, wrappedKey } = stored ?? {};
    if (!payload || !wrappedKey) throw new Error('Nothing was sealed');
    expect(parseReportText(sealing.open(id, { payload, wrappedKey }) ?? '')).toMatchObject({
      words: report.words,
    });
  });

  test('is one letter to the editors, with nothing that was typed in its subject', async () => {
    await anAccept()(report, 'form-a', 'bn');
    const stored = await opened.store.findReport({ formToken: 'form-a' });
    const letter = await openLetter();

    expect(letter?.destination).toEqual({ to: 'editors' });
    expect(letter?.subject).toBe(`${stored?.reference}: something may be wrong with Made-up Club`);
    expect(letter?.text).toContain('  - the phone number\n  - it has closed');
    expect(letter?.text).toContain('  > The number rings out.\n  > Subject: forged');
    expect(letter?.text).toContain('https://directory.example/made-up-club/');
  });

  test('is stored once, however often its form is sent', async () => {
    const accept = anAccept();
    await accept(report, 'form-a', 'en');

    expect(await accept(report, 'form-a', 'en')).toEqual({ kind: 'saved', repeated: true });
    expect(await opened.store.listReports({ open: true, limit: 9 })).toHaveLength(1);
    expect(await opened.store.listLetters('pending')).toHaveLength(1);
  });

  test('has no letter where editors have no mailbox, and no text where none was typed', async () => {
    await anAccept({ hasMailbox: false })({ ...report, words: '' }, 'form-a', 'en');

    expect(await opened.store.listLetters('pending')).toEqual([]);
    expect(await opened.store.findReport({ formToken: 'form-a' })).toMatchObject({
      payload: null,
      wrappedKey: null,
    });
  });

  test('draws another reference where one is taken', async () => {
    await anAccept({ randomness: { ...randomness, reference: () => 'RP-AAAA-AAAA' } })(
      report,
      'form-a',
      'en',
    );
    const drawn = ['RP-AAAA-AAAA', 'RP-BBBB-BBBB'];
    const accept = anAccept({
      randomness: { ...randomness, reference: () => drawn.shift() ?? '' },
    });

    expect(await accept(report, 'form-b', 'en')).toMatchObject({ kind: 'saved' });
    expect(await opened.store.findReport({ reference: 'RP-BBBB-BBBB' })).toBeDefined();
  });
});

describe('a report that the store does not take', () => {
  const failing = (effect: 'not-stored' | 'unknown') => async () => {
    throw new StoreFault('full', effect);
  };

  test('is told as the store proved it', async () => {
    const accept = anAccept({ openStore: failing('not-stored') });

    expect(await accept(report, 'form-a', 'en')).toEqual({ kind: 'not-saved' });
    expect(await anAccept({ openStore: failing('unknown') })(report, 'form-a', 'en')).toEqual({
      kind: 'cannot-tell',
    });
    expect(JSON.stringify(logged)).not.toContain('rings');
  });

  test('stays in doubt once it was, until it is known to be stored', async () => {
    let effect: 'not-stored' | 'unknown' | undefined = 'unknown';
    const accept = anAccept({
      openStore: async () => (effect ? failing(effect)() : opened.store),
    });

    expect(await accept(report, 'form-a', 'en')).toEqual({ kind: 'cannot-tell' });
    effect = 'not-stored';
    expect(await accept(report, 'form-a', 'en')).toEqual({ kind: 'cannot-tell' });
    effect = undefined;
    expect(await accept(report, 'form-a', 'en')).toMatchObject({ kind: 'saved' });
  });

  test('and was stored before is still stored', async () => {
    await anAccept()(report, 'form-a', 'en');
    const accept = anAccept({
      openStore: async () => ({
        findReport: opened.store.findReport,
        insertReport: failing('not-stored'),
      }),
    });

    expect(await accept(report, 'form-a', 'en')).toEqual({ kind: 'saved', repeated: true });
  });
});

test('a letter about a suggestion, and one about the site, quote what was written', () => {
  const typed = { placeName: 'Made-up Hub', placeDoes: 'Tea', placeReach: '020 7946 0123' };
  const facts = { reference: 'RP-7K3M-9QXT', receivedAt: new Date(NOON), listing: undefined };
  const suggestion = renderReportLetter({
    ...facts,
    report: { ...report, ...typed, kind: 'suggestion', listing: undefined, facts: [], words: '' },
  });
  const feedback = renderReportLetter({
    ...facts,
    report: { ...report, kind: 'feedback', listing: undefined, facts: [] },
  });

  expect(suggestion.subject).toBe('RP-7K3M-9QXT: a place was suggested');
  for (const each of Object.values(typed)) expect(suggestion.text).toContain(`  > ${each}`);
  expect(feedback.subject).toBe('RP-7K3M-9QXT: somebody wrote about the site');
  expect(feedback.text).not.toContain('ticked');
});

test('a text of another version, or in pieces, is not read', () => {
  expect(parseReportText('{"version":2}')).toBeUndefined();
  expect(parseReportText('{')).toBeUndefined();
});
