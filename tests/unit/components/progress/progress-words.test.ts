import { describe, expect, test } from 'vitest';
import {
  phoneWords,
  progressTitle,
  progressWords,
} from '../../../../src/components/progress/progress-words.ts';
import { locales } from '../../../../src/i18n/locale.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { findPhoneContact } from '../../../../src/referral/follow-up/phone-contact.ts';
import type { Progress, ProgressState } from '../../../../src/referral/referrals.ts';
import { directory } from '../../../../src/wiring.ts';

const phone = '020 7946 0000';
const { site, practices } = directory;
const withPhone = practices.map((practice) => ({ ...practice, phone }));
const asksFor = { en: /reference/, bn: /রেফারেন্স/, so: /tixraac/i };

const service = findPhoneContact('not-sure', { site: { ...site, phone }, practices });
const practice = findPhoneContact('F84012', { site, practices: withPhone });
const otherBody = findPhoneContact('not-sure', { site, practices });

const later = (seconds: number) => new Date(seconds * 1000);

function aProgress(state: ProgressState): Progress {
  return {
    reference: 'SP-AAAA-3333',
    state,
    practice: 'not-sure',
    team: 'borough',
    acceptedAt: later(0),
    handedOverAt: undefined,
    acknowledgedAt: undefined,
    fallbackNotified: false,
  };
}

function about(seconds: number) {
  const now = later(seconds);
  return { team: '', moment: '', workingDays: 3, phoneContact: otherBody, now };
}

describe.each(locales)('in %s', (locale) => {
  const t = createTranslator(locale);

  test.each([
    ['our own number', service],
    ["the practice's", practice],
  ])('the reference is asked for on %s', (_whose, phoneContact) => {
    for (const words of Object.values(phoneWords(phoneContact, t)))
      expect(words).toMatch(asksFor[locale]);
  });

  test("no reference is asked for on another body's number, where nobody knows it", () => {
    expect(otherBody?.who).toBe('other-body');
    for (const words of Object.values(phoneWords(otherBody, t))) {
      expect(words).not.toMatch(asksFor[locale]);
    }
  });

  test('a referral in trouble says so in its news', () => {
    const { news } = progressWords(aProgress('problem'), about(60), t);

    expect(news).toContain(phoneWords(otherBody, t).problem);
  });

  test('one that was just accepted is being sent now, and nothing sounds like failure', () => {
    const title = progressTitle(aProgress('saved'), later(5), t);
    const { news } = progressWords(aProgress('saved'), about(5), t);

    expect(title).toBe(t('progress:sending.title'));
    expect(news).toEqual([t('progress:sending.news'), t('progress:saved.noNeed')]);
  });

  test('one that waits for long says so', () => {
    const { news } = progressWords(aProgress('saved'), about(3600), t);

    expect(progressTitle(aProgress('saved'), later(3600), t)).toBe(t('progress:saved.title'));
    expect(news[0]).toBe(t('progress:saved.news'));
    expect(progressTitle(aProgress('delayed'), later(5), t)).toBe(t('progress:delayed.title'));
  });

  test('what happens next names the working days that the team has', () => {
    for (const state of ['saved', 'delayed', 'handed-over'] as const) {
      const { next } = progressWords(aProgress(state), about(5), t);

      expect(next).toContain(t('progress:next.confirms', { count: 3 }));
    }
  });
});
