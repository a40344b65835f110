import type { SendOutcome, TemporaryReason } from './mail.ts';

/** How far a try had come when it ended. `text`: the mail's own bytes were on their way. */
export type MailPhase = 'connecting' | 'greeting' | 'tls' | 'login' | 'envelope' | 'text';

/** What ended it. `code`: the server's reply, if that was it. */
export interface MailFailure {
  /** The command that was answered: 'MAIL FROM', 'RCPT TO', 'DATA'. */
  command?: string | undefined;
  code?: number | undefined;
  timedOut?: boolean | undefined;
}

// RFC 4954: said to any command while nobody, or the wrong one, is logged in.
const authenticationCodes = [530, 534, 535, 538];
// The server and we are out of step about whose turn it is; a new connection starts afresh.
const badSequence = 503;

/**
 * The library reports an accepted mail whose answer was lost just as it reports a refused connection,
 * so the outcome hangs on the phase. A reply is an answer; silence after the text began may be a yes.
 */
export function toOutcome(phase: MailPhase, { command, code, timedOut }: MailFailure): SendOutcome {
  const refused = code !== undefined && code >= 500 && code < 600 && code !== badSequence;
  const answered = refused || (code !== undefined && code >= 400 && code < 600);
  if (phase === 'text' && !answered) {
    return { kind: 'maybe-sent', reason: timedOut ? 'no-answer' : 'connection-lost' };
  }
  if (
    refused &&
    (phase === 'envelope' || phase === 'text') &&
    !authenticationCodes.includes(code)
  ) {
    if (phase === 'text' || command === 'DATA') return { kind: 'refused', reason: 'message', code };
    if (command === 'RCPT TO') return { kind: 'refused', reason: 'recipient', code };
  }
  const reason = toReason(phase, refused ? code : undefined, answered);
  return { kind: 'not-sent', reason, ...(code === undefined ? {} : { code }) };
}

function toReason(
  phase: MailPhase,
  refusal: number | undefined,
  answered: boolean,
): TemporaryReason {
  if (phase === 'tls') return 'tls';
  if (answered && refusal === undefined) return 'try-later';
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
