import type { Directory } from '../../directory/directory.ts';
import { formatDay } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import { createTranslator, type Translator } from '../../i18n/translator.ts';
import type { Answers } from '../../referral/form/answers.ts';
import { ANOTHER_LANGUAGE, type StepId } from '../../referral/form/form-model.ts';
import { labelOf, labelsOf } from '../listing/labels.ts';

/** The answers as a person reads them over, step by step. No text: the question was left out. */
export interface AnswerSection {
  step: StepId;
  heading: string;
  rows: readonly AnswerRow[];
}

interface AnswerRow {
  label: string;
  texts: readonly string[];
  /** As somebody wrote it: not for a browser's translator. */
  isOwn: boolean;
}

type Content = Pick<Directory, 'lists' | 'site' | 'practices'>;

export function toAnswerSections(
  answers: Answers,
  content: Content,
  locale: Locale,
): AnswerSection[] {
  const t = createTranslator(locale, answers.helper && 'they');
  const reader = { t, locale };
  return [
    { step: 'who', heading: t('refer:who.heading'), rows: whoRows(answers, t) },
    {
      step: 'practice',
      heading: t('refer:practice.legend'),
      rows: practiceRows(answers, content, reader),
    },
    { step: 'needs', heading: t('refer:needs.legend'), rows: needsRows(answers, content, reader) },
    { step: 'contact', heading: t('refer:contact.legend'), rows: contactRows(answers, t) },
    {
      step: 'language',
      heading: t('refer:language.legend'),
      rows: languageRows(answers, content, reader),
    },
    { step: 'person', heading: t('refer:person.legend'), rows: personRows(answers, reader) },
  ];
}

interface Reader {
  t: Translator;
  locale: Locale;
}

function whoRows({ helper }: Answers, t: Translator) {
  if (!helper) return [row(t('refer:who.legend'), [t('refer:who.self')])];
  return [
    row(t('refer:who.legend'), [t('refer:who.someoneElse')]),
    row(t('refer:who.permission'), [t('refer:answer.yes')]),
    ownRow(t('refer:who.helperName'), [helper.name]),
    ownRow(t('refer:who.helperRelationship'), [helper.relationship]),
    ownRow(t('refer:who.helperContact'), [helper.contact]),
  ];
}

function practiceRows(answers: Answers, content: Content, { t, locale }: Reader) {
  const { practice, livesInBorough, homePostcode } = answers;
  const borough = content.site.borough[locale];
  const isPostcodeAsked = practice === 'not-sure' || livesInBorough === 'not-sure';
  return [
    row(t('refer:practice.choose'), practiceText(answers, content, t)),
    row(t('refer:practice.lives', { borough }), [
      livesInBorough === 'yes' ? t('refer:answer.yes') : t('refer:answer.notSure'),
    ]),
    ...(isPostcodeAsked ? [ownRow(t('refer:practice.homePostcode'), orNothing(homePostcode))] : []),
  ];
}

function practiceText({ practice }: Answers, { practices }: Content, t: Translator) {
  const chosen = practices.find(({ odsCode }) => odsCode === practice);
  if (!chosen) return [t('refer:practice.notSure')];
  return [chosen.name, `${chosen.address}, ${chosen.postcode}`];
}

function needsRows({ needs, summary }: Answers, { lists }: Content, { t, locale }: Reader) {
  return [
    ownRow(t('refer:needs.summary'), orNothing(summary)),
    row(t('refer:needs.choose'), labelsOf(lists.needs, needs, locale)),
  ];
}

function contactRows(answers: Answers, t: Translator) {
  return [
    ownRow(t('refer:contact.phone'), orNothing(answers.phone)),
    ownRow(t('refer:contact.email'), orNothing(answers.email)),
    row(t('refer:contact.emailCopy'), yesNo(answers.emailCopy ? 'yes' : 'no', t)),
    row(t('refer:contact.contactBy'), contactWays(answers, t)),
    row(t('refer:contact.voicemail'), yesNo(answers.voicemail, t)),
    ownRow(t('refer:contact.bestTime'), orNothing(answers.bestTime)),
    ownRow(t('refer:contact.safetyNote'), orNothing(answers.safetyNote)),
  ];
}

function contactWays({ contactBy }: Answers, t: Translator): string[] {
  const words = {
    call: t('refer:contact.call'),
    text: t('refer:contact.text'),
    email: t('refer:contact.emailWay'),
  };
  return contactBy.map((way) => words[way]);
}

function languageRows(answers: Answers, { lists }: Content, { t, locale }: Reader) {
  const { language, otherLanguage } = answers;
  const name =
    language === ANOTHER_LANGUAGE
      ? [t('refer:language.another'), otherLanguage].filter(Boolean).join(': ')
      : language && labelOf(lists.languages, language, locale);
  return [
    row(t('refer:language.language'), orNothing(name)),
    row(t('refer:language.interpreter'), yesNo(answers.interpreter, t)),
    ownRow(t('refer:language.accessNeeds'), orNothing(answers.accessNeeds)),
  ];
}

function personRows({ fullName, dateOfBirth, adult }: Answers, { t, locale }: Reader) {
  return [
    ownRow(t('refer:person.fullName'), [fullName]),
    row(t('refer:person.dob'), [formatDay(dateOfBirth, locale)]),
    ...adultRows(adult, t),
  ];
}

function adultRows(adult: Answers['adult'], t: Translator) {
  if (!adult) return [];
  if (adult === 'helper') return [row(t('refer:adult.who'), [t('refer:adult.helper')])];
  return [
    row(t('refer:adult.who'), [t('refer:adult.other')]),
    ownRow(t('refer:adult.name'), [adult.name]),
    ownRow(t('refer:adult.contact'), [adult.contact]),
  ];
}

function yesNo(answer: 'yes' | 'no' | undefined, t: Translator): string[] {
  if (answer === undefined) return [];
  return [answer === 'yes' ? t('refer:answer.yes') : t('refer:answer.no')];
}

function orNothing(text: string | undefined): string[] {
  return text ? [text] : [];
}

function row(label: string, texts: readonly string[]): AnswerRow {
  return { label, texts, isOwn: false };
}

function ownRow(label: string, texts: readonly string[]): AnswerRow {
  return { label, texts, isOwn: true };
}
