import type { ListItem, Need, Practice } from '../../directory/lists.ts';
import { formatDay, formatMoment } from '../../i18n/dates.ts';
import { toLondon } from '../../i18n/london.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { DAYS_AFTER_CONFIRMATION } from '../follow-up/confirmation.ts';
import type { Answers } from '../form/answers.ts';
import { ageOn } from '../form/birth-date.ts';
import type { ConfirmationTerms } from '../routing/routing.ts';
import { heading, labelled, lines, paragraph, quoted, toLetter } from './layout.ts';
import type { LetterWords } from './letter-words.ts';
import { requireReference } from './reference.ts';

/** What a letter to a team is made of. */
export interface ReferralLetterFacts {
  answers: Answers;
  reference: string;
  /** The whole address, such as 'https://…/refer/received/<token>/'. */
  acknowledgeUrl: string;
  /** undefined: the person is not sure, or the practice has left the directory. */
  practice: Practice | undefined;
  needs: readonly Need[];
  languages: readonly ListItem[];
  acceptedAt: Date;
  /** What follows while nobody confirms. */
  terms: ConfirmationTerms;
}

// Staff read English.
const t = createTranslator('en');

/**
 * The letter to a team: what keeps the person safe first, in English, with their own words as they
 * wrote them. What they typed never begins a line and never reaches the subject.
 */
export function renderReferralLetter(facts: ReferralLetterFacts): LetterWords {
  const { answers, reference, acceptedAt } = facts;
  const text = toLetter([
    lines([describePractice(facts), labelled(t('staff:reference'), reference)]),
    heading(t('staff:reach.title')),
    paragraph(t('staff:reach.first')),
    ...describeReach(answers),
    heading(t('staff:language.title')),
    ...describeLanguage(facts),
    heading(t('staff:needs.title')),
    ...describeNeeds(facts),
    heading(t('staff:person.title')),
    lines([
      labelled(t('staff:person.name'), answers.fullName),
      labelled(
        t('staff:person.born'),
        t('staff:person.bornAndAge', {
          date: formatDay(answers.dateOfBirth, 'en'),
          age: ageOn(toLondon(acceptedAt).date, answers.dateOfBirth),
        }),
      ),
      labelled(
        t('staff:person.lives'),
        answers.livesInBorough === 'yes' ? t('staff:yes') : t('staff:person.livesNotSure'),
      ),
    ]),
    ...describeHelper(answers.helper),
    heading(t('staff:confirm.title')),
    paragraph(t('staff:confirm.how')),
    facts.acknowledgeUrl,
    paragraph(
      t('staff:confirm.otherwise', {
        remind: t('staff:confirm.workingDays', { count: facts.terms.remindAfter }),
        fallback: t('staff:confirm.workingDays', { count: facts.terms.fallbackAfter }),
      }),
    ),
    heading(t('staff:wrong.title')),
    paragraph(t('staff:wrong.what')),
    heading(t('staff:about.title')),
    paragraph(t('staff:about.when', { moment: formatMoment(acceptedAt, 'en') })),
    paragraph(t('staff:about.kept', { count: DAYS_AFTER_CONFIRMATION })),
  ]);
  return { subject: t('staff:subject.referral', { reference: requireReference(reference) }), text };
}

function describePractice({ answers, practice }: ReferralLetterFacts): string {
  if (practice) return `${t('staff:practice')}: ${practice.name} (ODS code ${practice.odsCode})`;
  return answers.practice === 'not-sure'
    ? paragraph(t('staff:practiceNotSure'))
    : labelled(t('staff:practiceUnknown'), answers.practice);
}

function describeReach({ contactBy, phone, email, voicemail, bestTime, safetyNote }: Answers) {
  const ways = {
    call: t('staff:reach.call'),
    text: t('staff:reach.text'),
    email: t('staff:reach.email'),
  };
  const messages = {
    yes: t('staff:reach.voicemailYes'),
    no: t('staff:reach.voicemailNo'),
    unanswered: t('staff:reach.voicemailUnanswered'),
  };
  return [
    lines([
      labelled(t('staff:reach.by'), orNotGiven(contactBy.map((way) => ways[way]).join(', '))),
      labelled(t('staff:reach.phone'), orNotGiven(phone)),
      labelled(t('staff:reach.address'), orNotGiven(email)),
      labelled(t('staff:reach.voicemail'), messages[voicemail ?? 'unanswered']),
      labelled(t('staff:reach.bestTime'), orNotGiven(bestTime)),
    ]),
    inTheirWords(t('staff:reach.safety'), safetyNote),
  ];
}

function describeLanguage({ answers, languages }: ReferralLetterFacts): string[] {
  const { language, interpreter, accessNeeds } = answers;
  const name = languages.find(({ slug }) => slug === language)?.label.en ?? language;
  const wanted = { yes: t('staff:language.interpreterYes'), no: t('staff:no'), unanswered: '' };
  return [
    lines([
      labelled(t('staff:language.language'), orNotGiven(name)),
      labelled(t('staff:language.interpreter'), orNotGiven(wanted[interpreter ?? 'unanswered'])),
    ]),
    inTheirWords(t('staff:language.access'), accessNeeds),
  ];
}

function describeNeeds({ answers, needs }: ReferralLetterFacts): string[] {
  const names = answers.needs.map(
    (slug) => needs.find((need) => need.slug === slug)?.label.en ?? slug,
  );
  return [
    names.length > 0 ? lines(names.map((name) => `- ${name}`)) : t('staff:notGiven'),
    paragraph(t('staff:needs.unread')),
    inTheirWords(t('staff:needs.words'), answers.summary),
  ];
}

function describeHelper(helper: Answers['helper']): string[] {
  if (!helper) return [paragraph(t('staff:helper.none'))];
  return [
    paragraph(t('staff:helper.some')),
    lines([
      labelled(t('staff:helper.name'), helper.name),
      labelled(t('staff:helper.relationship'), helper.relationship),
      labelled(t('staff:helper.contact'), helper.contact),
    ]),
  ];
}

function inTheirWords(label: string, typed: string): string {
  return `${label}:\n${quoted(typed) ?? t('staff:notGiven')}`;
}

function orNotGiven(text: string | undefined): string {
  return text?.trim() ? text : t('staff:notGiven');
}
