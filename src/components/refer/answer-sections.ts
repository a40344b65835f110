import type { Directory } from '../../directory/directory.ts';
import { formatDay } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import { createTranslator, type Translator } from '../../i18n/translator.ts';
import type { Answers } from '../../referral/form/answers.ts';
import type { StepId } from '../../referral/form/form-model.ts';
import { labelOf, labelsOf } from '../listing/labels.ts';

/** The answers as a person reads them over, step by step. No text: the question was left out. */
export interface AnswerSection {
  step: StepId;
  heading: string;
  rows: readonly { label: string; texts: readonly string[] }[];
}

type Content = Pick<Directory, 'lists' | 'site' | 'practices'>;

export function toAnswerSections(
  answers: Answers,
  content: Content,
  locale: Locale,
): AnswerSection[] {
  const t = createTranslator(locale);
  const { lists, site } = content;
  const borough = site.borough[locale];
  const optional = (text: string | undefined) => (text ? [text] : []);
  const yesNo = (answer: 'yes' | 'no' | undefined) =>
    answer ? [answer === 'yes' ? t('refer:answer.yes') : t('refer:answer.no')] : [];
  const language = answers.language && labelOf(lists.languages, answers.language, locale);
  return [
    { step: 'who', heading: t('refer:who.heading'), rows: whoRows(answers, t) },
    {
      step: 'practice',
      heading: t('refer:practice.legend'),
      rows: [
        row(t('refer:practice.choose'), practiceText(answers, content, t)),
        row(t('refer:practice.lives', { borough }), [
          answers.livesInBorough === 'yes' ? t('refer:answer.yes') : t('refer:answer.notSure'),
        ]),
      ],
    },
    {
      step: 'needs',
      heading: t('refer:needs.legend'),
      rows: [
        row(t('refer:needs.choose'), labelsOf(lists.needs, answers.needs, locale)),
        row(t('refer:needs.summary'), optional(answers.summary)),
      ],
    },
    {
      step: 'contact',
      heading: t('refer:contact.legend'),
      rows: [
        row(t('refer:contact.phone'), optional(answers.phone)),
        row(t('refer:contact.email'), optional(answers.email)),
        row(t('refer:contact.emailCopy'), yesNo(answers.emailCopy ? 'yes' : 'no')),
        row(t('refer:contact.contactBy'), contactWays(answers, t)),
        row(t('refer:contact.voicemail'), yesNo(answers.voicemail)),
        row(t('refer:contact.bestTime'), optional(answers.bestTime)),
        row(t('refer:contact.safetyNote'), optional(answers.safetyNote)),
      ],
    },
    {
      step: 'language',
      heading: t('refer:language.legend'),
      rows: [
        row(t('refer:language.language'), optional(language)),
        row(t('refer:language.interpreter'), yesNo(answers.interpreter)),
        row(t('refer:language.accessNeeds'), optional(answers.accessNeeds)),
      ],
    },
    {
      step: 'person',
      heading: t('refer:person.legend'),
      rows: [
        row(t('refer:person.fullName'), [answers.fullName]),
        row(t('refer:person.dob'), [formatDay(answers.dateOfBirth, locale)]),
      ],
    },
  ];
}

function whoRows({ helper }: Answers, t: Translator) {
  if (!helper) return [row(t('refer:who.legend'), [t('refer:who.self')])];
  return [
    row(t('refer:who.legend'), [t('refer:who.someoneElse')]),
    row(t('refer:who.permission'), [t('refer:answer.yes')]),
    row(t('refer:who.helperName'), [helper.name]),
    row(t('refer:who.helperRelationship'), [helper.relationship]),
    row(t('refer:who.helperContact'), [helper.contact]),
  ];
}

function practiceText({ practice }: Answers, { practices }: Content, t: Translator) {
  const chosen = practices.find(({ odsCode }) => odsCode === practice);
  if (!chosen) return [t('refer:practice.notSure')];
  return [chosen.name, `${chosen.address}, ${chosen.postcode}`];
}

function contactWays({ contactBy }: Answers, t: Translator): string[] {
  const words = {
    call: t('refer:contact.call'),
    text: t('refer:contact.text'),
    email: t('refer:contact.emailWay'),
  };
  return contactBy.map((way) => words[way]);
}

function row(label: string, texts: readonly string[]) {
  return { label, texts };
}
