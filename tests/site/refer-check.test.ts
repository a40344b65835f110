/**
 * Covers src/components/refer/answer-sections.ts, src/components/refer/form-view.ts, src/components/refer/fields/field-words.ts,
 * src/components/refer/steps/practice-choices.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales, localisePath } from '../../src/i18n/locale.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { today } from '../../src/platform/clock.ts';
import { bornOn, todayPlus, yearsBefore } from '../support/days/days.ts';
import {
  aReferralForm,
  askedByHelper,
  hasParent,
  readFields,
} from '../support/referral/a-referral-form.ts';
import { formMistakes } from '../support/referral/form-mistakes.ts';
import { aReferralSite } from '../support/site/a-referral-site.ts';
import { attributes, mainOf, toText } from '../support/site/built-pages.ts';

let site: Awaited<ReturnType<typeof aReferralSite>>;
beforeAll(async () => {
  site = await aReferralSite();
});
afterAll(() => site.stop());

const awkward = {
  summary: '<script>alert(1)</script>\n"quoted" & \'more\' \\ &amp; ক্ষুধা',
  fullName: "Siobhán O'Brien <b>রহিমা</b>",
};

test('a browser may keep the answers to check for Back only where no script runs', async () => {
  const rule = async (changes: Parameters<typeof aReferralForm>[0]) => {
    const form = aReferralForm({ formToken: site.token(), step: 'check', ...changes });
    return (await site.post(form)).headers.get('cache-control');
  };

  expect(await rule({})).toBe('no-store');
  expect(await rule({ withoutScript: 'yes' })).toBe('private, no-cache');
});

describe('the empty form', () => {
  test.each(locales)('in %s is for one visitor, and for nobody to find', async (locale) => {
    const answer = await site.get(localisePath(locale, '/refer/'));
    const html = await answer.text();

    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('href="tel:999"');
    expect(toText(html)).toContain(createTranslator(locale)('refer:demo.heading'));
  });

  test('has another token each time, and a box for each answer', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(async () => readFields(await (await site.get('/refer/')).text())),
    );

    expect(one?.formToken?.[0]).toMatch(/^\w+\.[\w-]+\.[\w-]+$/);
    expect(one?.formToken).not.toEqual(two?.formToken);
    expect(one).toMatchObject({ fullName: [''], phone: [''], summary: [''], language: [''] });
  });

  test('has the needs ticked that a link names, and nothing else from a link', async () => {
    const path = '/refer/?need=food&need=gold&fullName=canary&phone=07700900123';
    const html = await (await site.get(path, { redirect: 'follow' })).text();

    expect(readFields(html)).toMatchObject({ needs: ['food'], fullName: [''], phone: [''] });
    expect(mainOf(html)).not.toContain('canary');
    expect(html).toContain('href="/bn/refer/?need=food"');
  });

  test('asks for own words first, then needs in groups: one with ticks is open and counts them', async () => {
    const html = await (await site.get('/refer/?need=food&need=benefits')).text();
    const step = html.slice(html.indexOf('id="step-needs"'), html.indexOf('id="step-contact"'));
    const groups = step.split('<details').slice(1);

    expect(step.indexOf('id="summary"')).toBeLessThan(step.indexOf('<details'));
    expect(groups).toHaveLength(9);
    expect(groups.map((group) => /^[^>]* open/.test(group))).toEqual([
      true,
      ...Array<boolean>(8).fill(false),
    ]);
    expect(toText(groups[0] ?? '')).toContain('Money, food and bills 2 chosen');
    expect(groups.slice(1).filter((group) => group.includes('chosen'))).toEqual([]);
  });

  test('is not there under languages that the site does not have', async () => {
    for (const path of ['/en/refer/', '/fr/refer/', '/a/b/refer/']) {
      expect((await site.get(path)).status, path).toBe(404);
    }
  });
});

describe('answers that are right', () => {
  test.each(locales)('are shown again in %s, with the team that gets them', async (locale) => {
    const t = createTranslator(locale);
    const form = aReferralForm({ ...askedByHelper, ...awkward, step: 'check' });
    const answer = await site.post(form, { path: localisePath(locale, '/refer/') });
    const text = toText(mainOf(await answer.text()));

    expect(answer.status).toBe(200);
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain("Siobhán O'Brien <b>রহিমা</b>");
    expect(text).toContain('Albion Health Centre');
    expect(text).toContain(t('refer:checkPage.team', { team: '' }).replace(/\s*[.।]$/, ''));
    expect(text).toContain(t('refer:checkPage.notProvided'));
  });

  test.each(locales)('are about another person where somebody else asks, in %s', async (locale) => {
    const theirs = createTranslator(locale, 'they');
    const post = async (changes: Record<string, string>) => {
      const form = aReferralForm({ ...askedByHelper, step: 'check', ...changes });
      return toText(
        mainOf(await (await site.post(form, { path: localisePath(locale, '/refer/') })).text()),
      );
    };

    expect(await post({})).toContain(theirs('refer:practice.choose'));
    expect(await post({})).not.toContain(createTranslator(locale)('refer:practice.choose'));
    const wrong = await post({ practice: '' });
    expect(wrong).toContain(theirs('refer:error.practiceMissing'));
    expect(wrong).toContain(theirs('refer:contact.legend'));
    expect(await post({ livesInBorough: 'no' })).toContain(
      theirs('refer:stop.outside-borough.more'),
    );
  });

  test('are carried along, to be changed or sent', async () => {
    const form = aReferralForm({ ...askedByHelper, ...awkward, formToken: site.token() });
    form.set('step', 'check');
    const checked = readFields(await (await site.post(form)).text());
    const back = new URLSearchParams(
      Object.entries(checked).flatMap(([name, values]) => values.map((value) => [name, value])),
    );
    back.set('step', 'edit');
    const edited = await site.post(back);

    expect(edited.status).toBe(200);
    expect(readFields(await edited.text())).toMatchObject(typedIn(form));
  });

  test('that speak of danger bring the numbers to ring, and go on', async () => {
    const danger = await site.post(
      aReferralForm({ step: 'check', summary: 'I want to kill myself' }),
    );
    const beatings = await site.post(aReferralForm({ step: 'check', safetyNote: 'He beats me' }));
    const wrong = await site.post(
      aReferralForm({ step: 'check', summary: 'I want to kill myself', phone: '1' }),
    );
    const calm = await site.post(aReferralForm({ step: 'check', summary: 'I am bored' }));

    for (const answer of [danger, beatings]) {
      const html = await answer.text();
      expect(html).toContain('id="urgent-help"');
      expect(html).toContain('value="send"');
    }
    expect(await wrong.text()).toContain('id="urgent-help"');
    expect(await calm.text()).not.toContain('id="urgent-help"');
  });
});

// The day after tomorrow is still to come if midnight passes before a form is sent.
const mistakes = formMistakes({ today: today(), toCome: todayPlus(2) });

describe.each(locales)('a mistake in %s', (locale) => {
  const t = createTranslator(locale);

  test.each(mistakes)('is told, and nothing typed is lost: %s', async (_which, changes, errors) => {
    const form = aReferralForm({ ...awkward, step: 'check', ...changes });
    const answer = await site.post(form, { path: localisePath(locale, '/refer/') });
    const html = await answer.text();
    const prefix = t('refer:error.title', { title: '' }).trim();

    expect(answer.status).toBe(422);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]?.startsWith(prefix)).toBe(true);
    expect(readFields(html)).toMatchObject(typedIn(form));
    const ids = new Set(attributes(html, '\\w+', 'id'));
    const links = attributes(html, 'a', 'href').filter((href) => /^#(?!main)/.test(href));
    expect(links).toEqual(errors.map((error) => `#${error.split(':')[0]}`));
    expect(links.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
    expect(html).toContain('autofocus');
  });
});

test('a parent or carer is asked for once the answers call for it, in sight and with the reason', async () => {
  const child = { ...askedByHelper, ...bornOn(yearsBefore(today(), 10)) };
  const post = async (changes: Record<string, string>) =>
    await (await site.post(aReferralForm({ step: 'check', ...changes }))).text();
  const isHidden = (html: string) => /<div[^>]*id="adult"[^>]*\shidden/.test(html);
  const wrong = await post(child);
  const checked = toText(mainOf(await post({ ...child, ...hasParent })));

  expect(isHidden(await (await site.get('/refer/')).text())).toBe(true);
  expect(isHidden(await post({ ...askedByHelper, phone: '1' }))).toBe(true);
  expect(isHidden(wrong)).toBe(false);
  expect(toText(wrong)).toContain('We ask because they are under 16.');
  expect(checked).toContain('Test Parent');
  expect(checked).toContain('07700 900456');
  expect(toText(mainOf(await post({ ...askedByHelper, ...hasParent })))).not.toContain(
    'Test Parent',
  );
});

describe('other ways on', () => {
  test.each([
    ['not-registered', { practice: 'not-registered' }],
    ['outside-borough', { livesInBorough: 'no' }],
    ['no-permission', { ...askedByHelper, permission: 'no' }],
    ['under-16', bornOn(yearsBefore(today(), 10))],
  ] as const)('are a page, not an error: %s', async (reason, changes) => {
    const form = aReferralForm({ ...changes, step: 'send', formToken: site.token() });
    const answer = await site.post(form);
    const html = await answer.text();

    expect(answer.status).toBe(200);
    expect(html).not.toContain('error-summary');
    expect(toText(html)).toContain(
      createTranslator('en')(`refer:stop.${reason}.heading`, { borough: 'Tower Hamlets' }),
    );
    expect(html).toContain('href="https://www.towerhamletsconnect.org"');
    // Each form on the page carries the answers along.
    expect(new Set(readFields(html).fullName)).toEqual(new Set(['Test Person One']));
  });
});

describe('a practice is found', () => {
  test.each([
    ['by the name people use', 'Albion Practice', 'F84012'],
    ['by its postcode', 'E2 9LS', 'F84016'],
    ['by its street', 'Cambridge Heath Road', 'F84016'],
  ])('%s, with all others below', async (_how, practiceSearch, odsCode) => {
    const form = aReferralForm({ step: 'find', practiceSearch, practice: '', phone: '1' });
    const html = await (await site.post(form)).text();
    const codes = attributes(html, 'div', 'data-practice');

    expect(codes[0]).toBe(odsCode);
    expect(new Set(codes).size).toBe(30);
    expect(readFields(html)).toMatchObject({ phone: ['1'], practiceSearch: [practiceSearch] });
    expect(html).not.toContain('error-summary');
  });

  test('with distances from the postcode that is looked for, and from no other', async () => {
    const form = aReferralForm({ step: 'find', practiceSearch: 'E1 4AA', practice: '' });
    const near = await (await site.post(form)).text();
    form.set('practiceSearch', 'Albion');
    const named = await (await site.post(form)).text();
    form.set('step', 'check');
    form.set('practice', 'F84012');
    form.set('phone', '1');
    const wrong = await (await site.post(form)).text();

    expect(near.match(/practice-distance/g)).toHaveLength(6);
    expect(named).not.toContain('practice-distance');
    expect(wrong).toContain('error-summary');
    expect(wrong).not.toContain('practice-distance');
  });
});

test('nothing of what was typed is in the log', () => {
  expect(site.log()).not.toMatch(/Siobh|alert\(1\)|Test Person|7946|canary/);
});

/** What a browser would find typed: without what is not asked for, and empty answers as they are. */
function typedIn(form: URLSearchParams): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => value !== '');
    const shown = values.filter((value) => !isUnknownChoice(name, value));
    if (name !== 'step' && name !== 'formToken' && shown.length > 0) fields[name] = shown;
  }
  return fields;
}

// No box can show an answer that we do not offer.
function isUnknownChoice(name: string, value: string): boolean {
  const boxes = [
    'referralFor',
    'permission',
    'practice',
    'livesInBorough',
    'needs',
    'contactBy',
    'emailCopy',
    'adultIs',
    'ageSure',
  ];
  const unknown = ['my-cat', 'Z99999', 'x', 'gold', 'pigeon', 'maybe', 'tlh'];
  return (
    [...boxes, 'voicemail', 'interpreter', 'language'].includes(name) && unknown.includes(value)
  );
}
