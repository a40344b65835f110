import type { ListItem, Need, Practice } from '../../directory/lists.ts';
import { formatDay, formatMoment } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locale.ts';
import { toLondon } from '../../i18n/london.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { DAYS_AFTER_CONFIRMATION } from '../follow-up/confirmation.ts';
import type { Answers } from '../form/answers.ts';
import { ageOn } from '../form/birth-date.ts';
import { ANOTHER_LANGUAGE } from '../form/form-model.ts';
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
  /** To the postcode that was given, if any; helps where the practice is not known. */
  nearestPractices: readonly Practice[];
  needs: readonly Need[];
  languages: readonly ListItem[];
  acceptedAt: Date;
  /** Of the page that the form was filled in on. */
  locale: Locale;
  /** What follows while nobody confirms. */
  terms: ConfirmationTerms;
}

// Staff read English.
const t = createTranslator('en');

/**
 * The letter to a team, in English: what keeps the person safe first, then whether somebody else asks,
 * then the rest. Their own words stand as they wrote them. What they typed never begins a line and never reaches the subject.
 */
export function renderReferralLetter(facts: ReferralLetterFacts): LetterWords {
  const { answers, reference, acceptedAt } = facts;
  const text = toLetter([
    ...describePractice(facts),
    heading(t('staff:reach.title')),
    paragraph(t('staff:reach.first')),
    ...describeReach(facts),
    ...describeHelper(answers.helper),
    ...describeAdult(answers.adult),
    heading(t('staff:language.title')),
    ...describeLanguage(facts),
    heading(t('staff:needs.title')),
    ...describeNeeds(facts),
    heading(t('staff:person.title')),
    lines(describePerson(facts)),
    ...(answers.helper ? [] : [paragraph(t('staff:helper.none'))]),
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

function describePractice(facts: ReferralLetterFacts): string[] {
  const { answers, practice, reference } = facts;
  const named = labelled(t('staff:reference'), reference);
  if (!practice && answers.practice === 'not-sure') {
    return [paragraph(t('staff:practiceNotSure')), lines([...describePostcode(facts), named])];
  }
  const found = practice
    ? `${t('staff:practice')}: ${nameOf(practice)}`
    : labelled(t('staff:practiceUnknown'), answers.practice);
  return [lines([found, named])];
}

function describePostcode({ answers, nearestPractices }: ReferralLetterFacts): string[] {
  if (!answers.homePostcode) return [];
  const nearest = nearestPractices.map((practice) => `- ${nameOf(practice)}`);
  return [
    labelled(t('staff:postcodeToFind'), answers.homePostcode),
    ...(nearest.length > 0 ? [`${t('staff:nearestPractices')}:`, ...nearest] : []),
  ];
}

function nameOf({ name, odsCode }: Practice): string {
  return `${name} (ODS code ${odsCode})`;
}

function describeReach({ answers, locale }: ReferralLetterFacts): string[] {
  const { contactBy, phone, email, voicemail, bestTime, safetyNote } = answers;
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
    ...inTheirWords(t('staff:reach.safety'), safetyNote, locale),
  ];
}

function describeLanguage({ answers, languages, locale }: ReferralLetterFacts): string[] {
  const { language, otherLanguage, interpreter, accessNeeds } = answers;
  const nameOf = (code: string) => languages.find(({ slug }) => slug === code)?.label.en ?? code;
  const another = otherLanguage
    ? `${t('staff:language.another')}: ${otherLanguage}`
    : t('staff:language.anotherUnnamed');
  const spoken = language === ANOTHER_LANGUAGE ? another : nameOf(language);
  const wanted = { yes: t('staff:language.interpreterYes'), no: t('staff:no'), unanswered: '' };
  return [
    lines([
      labelled(t('staff:language.language'), orNotGiven(spoken)),
      labelled(t('staff:language.interpreter'), orNotGiven(wanted[interpreter ?? 'unanswered'])),
      labelled(t('staff:language.page'), nameOf(locale)),
    ]),
    ...inTheirWords(t('staff:language.access'), accessNeeds, locale),
  ];
}

function describeNeeds({ answers, needs, locale }: ReferralLetterFacts): string[] {
  const names = answers.needs.map(
    (slug) => needs.find((need) => need.slug === slug)?.label.en ?? slug,
  );
  return [
    names.length > 0 ? lines(names.map((name) => `- ${name}`)) : lines([t('staff:notGiven')]),
    paragraph(t('staff:needs.unread')),
    ...inTheirWords(t('staff:needs.words'), answers.summary, locale),
  ];
}

function describePerson({ answers, acceptedAt }: ReferralLetterFacts): string[] {
  const { fullName, dateOfBirth, livesInBorough, practice, homePostcode } = answers;
  const born = t('staff:person.bornAndAge', {
    date: formatDay(dateOfBirth, 'en'),
    age: ageOn(toLondon(acceptedAt).date, dateOfBirth),
  });
  // Where it is to find the practice, it stands beside that.
  const hasPostcode = homePostcode !== undefined && practice !== 'not-sure';
  return [
    labelled(t('staff:person.name'), fullName),
    labelled(t('staff:person.born'), born),
    labelled(
      t('staff:person.lives'),
      livesInBorough === 'yes' ? t('staff:yes') : t('staff:person.livesNotSure'),
    ),
    ...(hasPostcode ? [labelled(t('staff:person.postcode'), homePostcode)] : []),
  ];
}

function describeHelper(helper: Answers['helper']): string[] {
  if (!helper) return [];
  return [
    heading(t('staff:helper.title')),
    paragraph(t('staff:helper.some')),
    lines([
      labelled(t('staff:helper.name'), helper.name),
      labelled(t('staff:helper.relationship'), helper.relationship),
      labelled(t('staff:helper.contact'), helper.contact),
    ]),
  ];
}

function describeAdult(adult: Answers['adult']): string[] {
  if (!adult) return [];
  const title = heading(t('staff:adult.title'));
  if (adult === 'helper') return [title, paragraph(t('staff:adult.helper'))];
  return [
    title,
    paragraph(t('staff:adult.other')),
    lines([
      labelled(t('staff:adult.name'), adult.name),
      labelled(t('staff:adult.contact'), adult.contact),
    ]),
  ];
}

/** `locale`: of the page they were typed on. */
function inTheirWords(label: string, typed: string, locale: Locale): string[] {
  const words = quoted(typed);
  if (words === undefined) return [`${label}:\n${lines([t('staff:notGiven')])}`];
  const warning = describeLanguageOf(typed, locale);
  return [...(warning ? [paragraph(warning)] : []), `${label}:\n${words}`];
}

// Letters tell what is certain, the page only what is likely: people mix languages.
function describeLanguageOf(typed: string, locale: Locale): string | undefined {
  if (/\p{Script=Bengali}/u.test(typed)) return t('staff:language.notEnglish');
  return locale === 'en' ? undefined : t('staff:language.maybeNotEnglish');
}

function orNotGiven(text: string | undefined): string {
  return text?.trim() ? text : t('staff:notGiven');
}
