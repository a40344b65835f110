import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import type { Locale } from '../../src/i18n/locale.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { readMail } from '../support/mail/read-mail.ts';
import type { Person } from './people.ts';

const t = createTranslator('en');

/** The letter to the team has what somebody answered, and how to reach them safely before all of it. */
export async function expectLetter(person: Person, reference: string, locale: Locale) {
  await expect.poll(() => findLetter(reference), { timeout: 60_000 }).toBeDefined();
  const letter = findLetter(reference) ?? '';
  const text = joined(letter);
  for (const words of wordsOf(person)) expect(text).toContain(joined(words));

  const order = ['staff:reach.title', 'staff:language.title', 'staff:needs.title'] as const;
  const places = order.map((key) => letter.indexOf(t(key).toUpperCase()));
  expect(places, 'safety first').toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  const isForeign = /\p{Script=Bengali}/u.test(`${person.summary}`);
  expect(text.includes(joined(t('staff:language.notEnglish')))).toBe(isForeign);
  if (person.summary && locale !== 'en' && !isForeign) {
    expect(text).toContain(joined(t('staff:language.maybeNotEnglish')));
  }
}

function findLetter(reference: string): string | undefined {
  const folder = join(process.env.PERSONAS_DATA ?? '', 'mail');
  if (!existsSync(folder)) return undefined;
  const subject = t('staff:subject.referral', { reference });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readMail(readFileSync(join(folder, name))))
    .find(({ headers }) => headers.get('Subject') === subject)?.text;
}

function wordsOf(person: Person): string[] {
  const { practice, helper, voicemail, interpreter } = person;
  return [
    person.fullName,
    ...('is' in Object(practice) ? [(practice as { is: string }).is] : []),
    ...(practice === 'notSure' ? [t('staff:practiceNotSure')] : []),
    ...person.needs.map(needInEnglish),
    person.summary,
    person.email,
    person.bestTime,
    person.safetyNote,
    person.accessNeeds,
    ...(person.phone ? [toLatinDigits(person.phone)] : []),
    ...(helper ? [helper.name, helper.relationship, helper.contact] : []),
    ...(voicemail
      ? [t(voicemail === 'yes' ? 'staff:reach.voicemailYes' : 'staff:reach.voicemailNo')]
      : []),
    ...(interpreter === 'yes' ? [t('staff:language.interpreterYes')] : []),
    ...person.contactBy.map((way) => t(`staff:reach.${way === 'emailWay' ? 'email' : way}`)),
  ].filter((words) => words !== undefined);
}

function needInEnglish(slug: string): string {
  const { needs } = parse(readFileSync('content/lists/needs.yaml', 'utf8')) as {
    needs: { slug: string; label: { en: string } }[];
  };
  return needs.find((need) => need.slug === slug)?.label.en ?? slug;
}

// Without the ends of lines, the marks of somebody's own words, and the spaces of phone numbers.
function joined(text: string): string {
  return text.replace(/^ *>? */gm, '').replace(/\s+/g, '');
}

function toLatinDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String('০১২৩৪৫৬৭৮৯'.indexOf(digit)));
}
