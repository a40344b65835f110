import type { Person } from '../people.ts';
import { choosePractice } from './choose-practice.ts';
import { createFormScreen, type FormScreen } from './form-screen.ts';
import { isInSight, type Stranger } from './stranger.ts';
import { escapeForPattern, type Words } from './words.ts';

/** Somebody at the form, and what they see there. */
export interface AtForm {
  person: Person;
  stranger: Stranger;
  screen: FormScreen;
  words: Words;
}

export function comeToForm(person: Person, stranger: Stranger, words: Words): AtForm {
  return { person, stranger, words, screen: createFormScreen(stranger.page, words) };
}

/** Each question in its place in the form. What is not asked of somebody is not in sight, and is passed over. */
export const steps = [
  answerWho,
  answerPractice,
  answerNeeds,
  answerContact,
  answerLanguage,
  answerPerson,
];

/** What can be got wrong, by the words of the mistake, and how it is put right. */
export const corrections: Record<string, (at: AtForm) => Promise<void>> = {
  'refer:error.livesInBoroughMissing': answerLives,
  'refer:error.phoneForm': (at) => write(at, at.person.phone, 'refer:contact.phone'),
  'refer:error.dobShortYear': (at) => write(at, yearOf(at.person), 'refer:person.year'),
  // Said where the form learns only from what was sent that more has to be asked.
  'refer:error.adultMissing': answerAdult,
};

async function answerWho(at: AtForm) {
  const { person, stranger, screen } = at;
  const who = screen.question('refer:who.legend');
  const own = person.helper ? 'refer:who.someoneElse' : 'refer:who.self';
  await stranger.press(screen.answer(who, own));
  if (!person.helper) return;
  const { agreed, name, relationship, contact } = person.helper;
  await answerPermission(at, agreed);
  await write(at, name, 'refer:who.helperName');
  await write(at, relationship, 'refer:who.helperRelationship');
  await write(at, contact, 'refer:who.helperContact');
}

async function answerPermission({ stranger, screen }: AtForm, agreed: 'yes' | 'no') {
  const asked = screen.question('refer:who.permission');
  if (await isInSight(asked)) {
    await stranger.press(screen.answer(asked, `refer:answer.${agreed}`));
    return;
  }
  const tick = screen.answer(screen.main, 'refer:who.permission');
  if (agreed === 'yes') await stranger.press(tick);
}

async function answerPractice(at: AtForm) {
  await choosePractice(at);
  if (!at.person.mistakes?.forgetsBorough) await answerLives(at);
  // The box may stand there for everybody; its words say whom it is for.
  const isUnsure = at.person.practice === 'notSure' || at.person.livesInBorough === 'notSure';
  if (isUnsure) await write(at, at.person.homePostcode, 'refer:practice.homePostcode');
}

async function answerLives({ person, stranger, screen }: AtForm) {
  const asked = screen.question('refer:practice.lives');
  await stranger.press(screen.answer(asked, `refer:answer.${person.livesInBorough}`));
}

async function answerNeeds(at: AtForm) {
  const { person, stranger, screen, words } = at;
  await write(at, person.summary, 'refer:needs.summary');
  for (const slug of person.needs) {
    const { label, group } = words.need(slug);
    const name = new RegExp(`^\\s*${escapeForPattern(label)}`, 'u');
    const answer = screen.answerNamed(screen.main, name);
    if (!(await isInSight(answer))) await stranger.press(screen.folded(group).first());
    await stranger.press(answer);
  }
}

async function answerContact(at: AtForm) {
  const { person, stranger, screen } = at;
  await write(at, person.mistakes?.phone ?? person.phone, 'refer:contact.phone');
  await write(at, person.email, 'refer:contact.email');
  const ways = screen.question('refer:contact.contactBy');
  for (const way of person.contactBy) {
    await stranger.press(screen.answer(ways, `refer:contact.${way}`));
  }
  await answerYesOrNo(at, person.voicemail, 'refer:contact.voicemail');
  await write(at, person.bestTime, 'refer:contact.bestTime');
  await write(at, person.safetyNote, 'refer:contact.safetyNote');
}

async function answerLanguage(at: AtForm) {
  const { person, stranger, screen, words } = at;
  if (person.language) {
    await stranger.choose(screen.list('refer:language.language'), words.language(person.language));
  }
  await answerYesOrNo(at, person.interpreter, 'refer:language.interpreter');
  await write(at, person.accessNeeds, 'refer:language.accessNeeds');
}

async function answerPerson(at: AtForm) {
  const [, month = '', day = ''] = at.person.bornOn.split('-').map((part) => `${Number(part)}`);
  await write(at, at.person.fullName, 'refer:person.fullName');
  await write(at, day, 'refer:person.day');
  await write(at, month, 'refer:person.month');
  await write(at, at.person.mistakes?.year ?? yearOf(at.person), 'refer:person.year');
  await answerAdult(at);
}

/** Asked of a helper when the person is a child, whose parent this helper is. */
async function answerAdult({ person, stranger, screen }: AtForm) {
  if (!person.helper) return;
  const own = screen.answer(screen.main, 'refer:adult.helper');
  if (await isInSight(own)) await stranger.press(own);
}

async function answerYesOrNo(
  { stranger, screen }: AtForm,
  answer: 'yes' | 'no' | undefined,
  key: string,
) {
  const asked = screen.question(key);
  if (answer && (await isInSight(asked))) {
    await stranger.press(screen.answer(asked, `refer:answer.${answer}`));
  }
}

/** Into the box of these words, if there is something to say and the box is in sight. */
async function write({ stranger, screen }: AtForm, text: string | undefined, ...keys: string[]) {
  const box = screen.box(...keys);
  if (text && (await isInSight(box))) await stranger.write(box, text);
}

function yearOf({ bornOn }: Person): string {
  return bornOn.slice(0, 4);
}
