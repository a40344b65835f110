import type { SignedTokens } from '../../platform/secrets/signed-token.ts';
import { type OutcomeKind, parseOutcomeKind } from './outcome.ts';

/**
 * What somebody in a team says by the page that the link in their letter leads to. Mail scanners open
 * links, and some press what they find: nothing is recorded without an answer to a question that nothing
 * answers beforehand, nor within the first seconds of the page.
 */
export type TeamAnswer =
  | { kind: 'confirm' | 'not-here' | 'take-back' }
  | { kind: 'outcome'; outcome: OutcomeKind }
  /** Nothing is recorded. `chosen` stands for the person to press again. */
  | { kind: 'asked-again'; about: TeamQuestion; because: 'missing' | 'too-soon'; chosen: string };

export type TeamQuestion = 'confirm' | 'outcome' | 'take-back';

/** A person who opens the page, reads the question, answers it and presses takes longer. */
const SECONDS_TO_READ = 3;

/** How long a page may be open before its buttons count: somebody comes back to it after their holiday. */
export const PAGE_VALID_MS = 60 * 24 * 3_600_000;

/** `tokens`: date when the page was opened. */
export function readTeamAnswer(posted: FormData, tokens: Pick<SignedTokens, 'verify'>): TeamAnswer {
  const about = readQuestion(posted.get('say'));
  const chosen = readText(posted.get(fieldOf[about]));
  const answer = readAnswer(about, chosen);
  if (!answer) return { kind: 'asked-again', about, because: 'missing', chosen: '' };
  const opened = tokens.verify(readText(posted.get('opened')));
  const isRead = opened.ok && opened.ageMs >= SECONDS_TO_READ * 1000;
  // To be told that nothing is recorded needs no such care.
  if (isRead || answer.kind === 'not-here') return answer;
  return { kind: 'asked-again', about, because: 'too-soon', chosen };
}

const fieldOf = { confirm: 'have', outcome: 'outcome', 'take-back': 'take-back' } as const;

function readAnswer(about: TeamQuestion, chosen: string): TeamAnswer | undefined {
  if (about === 'outcome') {
    const outcome = parseOutcomeKind(chosen);
    return outcome && { kind: 'outcome', outcome };
  }
  if (about === 'take-back') return chosen === 'yes' ? { kind: 'take-back' } : undefined;
  if (chosen === 'yes') return { kind: 'confirm' };
  return chosen === 'no' ? { kind: 'not-here' } : undefined;
}

function readQuestion(said: FormDataEntryValue | null): TeamQuestion {
  return said === 'outcome' || said === 'take-back' ? said : 'confirm';
}

function readText(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry : '';
}
