/** Covers src/components/progress/outcome-words.ts. */
import { describe, expect, test } from 'vitest';
import {
  hasPhoneWithNews,
  phoneWords,
  progressTitle,
  progressWords,
} from '../../../../src/components/progress/progress-words.ts';
import { locales } from '../../../../src/i18n/locale.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import type { UsualAnswer } from '../../../../src/referral/follow-up/answer-times.ts';
import {
  type OutcomeKind,
  type OutcomeState,
  outcomeKinds,
  toOutcomeState,
} from '../../../../src/referral/follow-up/outcome.ts';
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
    outcome: undefined,
    fallbackNotified: false,
    askedByHelper: false,
  };
}

const outcomesOf = {
  spoken: ['spoken'],
  'not-reached': ['not-reached'],
  'passed-on': ['passed-to-team', 'passed-to-practice', 'passed-to-service'],
} as const satisfies Record<OutcomeState, readonly OutcomeKind[]>;

function aSaid(kind: OutcomeKind): Progress {
  return { ...aProgress(toOutcomeState(kind)), outcome: { kind, saidAt: later(60) } };
}

function about(seconds: number, usualAnswer?: UsualAnswer) {
  const now = later(seconds);
  const day = 'THE DAY';
  return { team: '', moment: '', day, usualAnswer, workingDays: 3, phoneContact: otherBody, now };
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

  test.each(outcomeKinds)(
    'what a team said, "%s", is told with its day and whom to ring',
    (kind) => {
      const { news, next } = progressWords(aSaid(kind), about(60), t);

      expect(outcomesOf[toOutcomeState(kind)]).toContain(kind);
      expect(news[0]).toContain('THE DAY');
      expect(news.length).toBeGreaterThan(1);
      expect(next).toEqual([]);
      expect(hasPhoneWithNews(toOutcomeState(kind))).toBe(true);
    },
  );

  test('each of the things that a team can say has words of its own', () => {
    const told = outcomeKinds.map((kind) => progressWords(aSaid(kind), about(60), t).news[0]);

    expect(new Set(told).size).toBe(outcomeKinds.length);
  });

  test('whoever asked for somebody else does not read that they were spoken with', () => {
    const theirs = createTranslator(locale, 'they');
    for (const kind of ['spoken', 'not-reached', 'passed-to-practice'] as const) {
      const own = progressWords(aSaid(kind), about(60), t).news;
      const helpers = progressWords(aSaid(kind), about(60), theirs).news;

      expect(helpers[0]).not.toBe(own[0]);
      expect(helpers.at(-1)).not.toBe(own.at(-1));
    }
    expect(progressTitle(aSaid('spoken'), later(60), theirs)).not.toBe(t('progress:spoken.title'));
  });

  test('how soon the team usually speaks with people stands after what is uncertain', () => {
    const usual = { measure: 'spoken', workingDays: 4 } as const;
    for (const state of ['saved', 'delayed', 'handed-over', 'received'] as const) {
      const { next } = progressWords(aProgress(state), about(5, usual), t);

      expect(next.at(-1)).toBe(t('progress:usual.spoken', { count: 4 }));
    }
  });

  test('how soon the team usually confirms is told only while it has not', () => {
    const usual = { measure: 'confirmed', workingDays: 1 } as const;
    const words = t('progress:usual.confirmed', { count: 1 });

    expect(progressWords(aProgress('handed-over'), about(5, usual), t).next).toContain(words);
    expect(progressWords(aProgress('received'), about(5, usual), t).next).not.toContain(words);
  });
});
