import type { SendOutcome, TemporaryReason } from './mail.ts';
import { isAccountRefused } from './refusal.ts';

/**
 * How far a try had come when it ended. `recipient`: the server had taken the sender; `text`: the mail's own
 * bytes were on their way.
 */
export type MailPhase =
  | 'connecting'
  | 'greeting'
  | 'tls'
  | 'login'
  | 'envelope'
  | 'recipient'
  | 'text';

/** What ended it. `code`: the server's reply, if that was it. */
export interface MailFailure {
  /** The command that was answered: 'MAIL FROM', 'RCPT TO', 'DATA'. */
  command?: string | undefined;
  code?: number | undefined;
  /** The reply as it came. It may quote an address: nothing of it is passed on. */
  reply?: string | undefined;
  timedOut?: boolean | undefined;
}

// RFC 4954: said to any command while nobody, or the wrong one, is logged in.
const authenticationCodes = [530, 534, 535, 538];
// The server and we are out of step about whose turn it is; a new connection starts afresh.
const badSequence = 503;
// The server ends the connection.
const closing = 421;

/**
 * The library reports an accepted mail whose answer was lost just as it reports a refused connection,
 * so the outcome hangs on the phase. A reply is an answer; silence after the text began may be a yes.
 */
export function toOutcome(phase: MailPhase, failure: MailFailure): SendOutcome {
  const { code, timedOut } = failure;
  const refused = code !== undefined && code >= 500 && code < 600 && code !== badSequence;
  const answered = refused || (code !== undefined && code >= 400 && code < 600);
  if (phase === 'text' && !answered) {
    return { kind: 'maybe-sent', reason: timedOut ? 'no-answer' : 'connection-lost' };
  }
  const isAboutLogin = code !== undefined && authenticationCodes.includes(code);
  const judged = refused && !isAboutLogin ? judgeRefusal(phase, failure, code) : undefined;
  if (judged) return judged;
  const reason = toReason(phase, refused ? code : undefined, answered ? code : undefined);
  return { kind: 'not-sent', reason, ...(code === undefined ? {} : { code }) };
}

/** `undefined`: said before the mail itself was spoken of. */
function judgeRefusal(
  phase: MailPhase,
  { command, reply = '' }: MailFailure,
  code: number,
): SendOutcome | undefined {
  const isAtText = phase === 'text' || (phase !== 'login' && command === 'DATA');
  if (!isAtText && command !== 'RCPT TO') return undefined;
  if (isAccountRefused(isAtText ? 'text' : 'recipient', reply)) {
    return { kind: 'not-sent', reason: 'account-refused', code };
  }
  return { kind: 'refused', reason: isAtText ? 'message' : 'recipient', code };
}

function toReason(
  phase: MailPhase,
  refusal: number | undefined,
  answer: number | undefined,
): TemporaryReason {
  if (phase === 'tls') return 'tls';
  if (phase === 'recipient' && (answer === undefined || answer === closing)) return 'hung-up';
  if (answer !== undefined && refusal === undefined) return 'try-later';
  switch (phase) {
    case 'connecting':
      return 'unreachable';
    case 'greeting':
      return 'no-greeting';
    case 'login':
      return refusal === undefined ? 'unreachable' : 'login';
    default:
      if (refusal === undefined) return 'unreachable';
      return authenticationCodes.includes(refusal) ? 'login' : 'sender-refused';
  }
}
