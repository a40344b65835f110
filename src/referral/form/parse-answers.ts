import { parsePhone } from '../../directory/phone.ts';
import { parsePostcode } from '../../directory/postcode.ts';
import type { Answers, ContactWay } from './answers.ts';
import { parseDate, toTypedDate } from './birth-date.ts';
import { findIneligibleReason, type IneligibleReason } from './eligibility.ts';
import { parseEmail } from './email-address.ts';
import { type FieldError, findErrors } from './field-errors.ts';
import type { FormFacts } from './form-facts.ts';
import { type AnswerField, isAsked, type TypedAnswers } from './form-model.ts';
import { toLine, toParagraphs } from './typed-text.ts';

/** `not-eligible`: nothing is wrong with the answers, but this service is not for the person. */
export type ParsedAnswers =
  | { ok: true; answers: Answers; typed: TypedAnswers }
  | { ok: 'not-eligible'; reason: IneligibleReason; typed: TypedAnswers }
  | { ok: false; errors: readonly FieldError[]; typed: TypedAnswers };

/** Decides what a form that was sent is worth. Who cannot be helped here is not made to mend the rest first. */
export function parseAnswers(typed: TypedAnswers, facts: FormFacts): ParsedAnswers {
  const reason = findIneligibleReason(typed, facts);
  if (reason) return { ok: 'not-eligible', reason, typed };
  const errors = findErrors(typed, facts);
  if (errors.length > 0) return { ok: false, errors, typed };
  return { ok: true, answers: toAnswers(typed, facts), typed };
}

// Only for what has no errors: each part is there, and of the form that was asked for.
function toAnswers(typed: TypedAnswers, { today }: FormFacts): Answers {
  const asked = (field: AnswerField) => isAsked(field, typed, today);
  const birth = parseDate(toTypedDate(typed));
  if (!birth.ok) throw new Error('A date of birth passed its check and cannot be read.');
  return {
    helper: asked('helperName')
      ? {
          name: toLine(typed.helperName),
          relationship: toLine(typed.helperRelationship),
          contact: toContact(typed.helperContact),
        }
      : undefined,
    practice: typed.practice,
    livesInBorough: typed.livesInBorough === 'yes' ? 'yes' : 'not-sure',
    homePostcode: asked('homePostcode') ? toPostcode(typed.homePostcode) : undefined,
    needs: typed.needs,
    summary: toParagraphs(typed.summary),
    fullName: toLine(typed.fullName),
    dateOfBirth: birth.date,
    adult: asked('adultName')
      ? { name: toLine(typed.adultName), contact: toContact(typed.adultContact) }
      : asked('adultIs')
        ? 'helper'
        : undefined,
    phone: parsePhone(typed.phone),
    email: parseEmail(typed.email),
    emailCopy: typed.emailCopy === 'yes',
    contactBy: typed.contactBy as readonly ContactWay[],
    voicemail: asked('voicemail') ? toYesNo(typed.voicemail) : undefined,
    bestTime: toLine(typed.bestTime),
    safetyNote: toParagraphs(typed.safetyNote),
    language: typed.language,
    otherLanguage: asked('otherLanguage') ? toLine(typed.otherLanguage) : '',
    interpreter: toYesNo(typed.interpreter),
    accessNeeds: toParagraphs(typed.accessNeeds),
  };
}

function toContact(typed: string): string {
  return parsePhone(typed) ?? parseEmail(typed) ?? toLine(typed);
}

function toPostcode(typed: string): string | undefined {
  const parsed = parsePostcode(toLine(typed));
  return parsed.kind === 'full' ? parsed.postcode : undefined;
}

function toYesNo(text: string): 'yes' | 'no' | undefined {
  return text === 'yes' || text === 'no' ? text : undefined;
}
