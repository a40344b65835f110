import { describe, expect, test } from 'vitest';
import { phoneWords, progressWords } from '../../../../src/components/progress/progress-words.ts';
import { locales } from '../../../../src/i18n/locale.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { findPhoneContact } from '../../../../src/referral/follow-up/phone-contact.ts';
import type { Progress } from '../../../../src/referral/referrals.ts';
import { directory } from '../../../../src/wiring.ts';

const phone = '020 7946 0000';
const { site, practices } = directory;
const withPhone = practices.map((practice) => ({ ...practice, phone }));
const asksFor = { en: /reference/, bn: /রেফারেন্স/, so: /tixraac/i };

const service = findPhoneContact('not-sure', { site: { ...site, phone }, practices });
const practice = findPhoneContact('F84012', { site, practices: withPhone });
const otherBody = findPhoneContact('not-sure', { site, practices });

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
    const progress: Progress = {
      reference: 'SP-AAAA-3333',
      state: 'problem',
      practice: 'not-sure',
      team: 'borough',
      acceptedAt: new Date(0),
      handedOverAt: undefined,
      acknowledgedAt: undefined,
      fallbackNotified: false,
    };
    const about = { team: '', moment: '', phoneContact: otherBody };

    expect(progressWords(progress, about, t).news).toContain(phoneWords(otherBody, t).problem);
  });
});
