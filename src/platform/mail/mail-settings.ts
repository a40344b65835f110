import { z } from 'zod';
import { ehloName } from './ehlo-name.ts';
import { describeUnreadable, findMailUrlProblem } from './mail-url.ts';
import type { OAuthClient } from './oauth-tokens.ts';
import { isReturnPathShort } from './return-path.ts';

/** The part of the environment that is about mail. */
export interface MailConfig {
  /** Where letters are handed over, smtp:// or smtps://; undefined: they are written to DATA_DIR/mail/. */
  smtpUrl: string | undefined;
  /** How the mail server is greeted; undefined: by the name of this machine. */
  ehloName: string | undefined;
  /** A file of certificates that mail servers are trusted by too; undefined: the usual ones alone. */
  mailCaFile: string | undefined;
  /** By what the mail servers are logged in to where their addresses have a user and no password. */
  mailOAuth: OAuthClient | undefined;
  /** The From of every letter. */
  mailFrom: string;
  /** The sender on envelopes, to whom letters come back; ends in a plus where each try's name shall follow. */
  returnPath: string;
  /** Where letters that came back are read, imaps://user:password@host/INBOX; undefined: by people alone. */
  returnImapUrl: string | undefined;
}

const DEFAULT_SENDER = 'referrals@directory.example';

export const mailVariables = {
  SMTP_URL: z
    .string()
    .superRefine(asMailUrl(['smtp', 'smtps'], 'smtp://user:password@host:587'))
    .optional(),
  EHLO_NAME: z
    .string()
    .regex(
      ehloName,
      'expected the public name of this machine, mail.example.org say, or [192.0.2.1]',
    )
    .optional(),
  MAIL_CA_FILE: z.string().optional(),
  MAIL_OAUTH_TOKEN_URL: z
    .url('expected https://…')
    .refine(isPrivateWay, 'expected https://…')
    .optional(),
  MAIL_OAUTH_CLIENT_ID: z.string().optional(),
  MAIL_OAUTH_CLIENT_SECRET: z.string().optional(),
  MAIL_OAUTH_REFRESH_TOKEN: z.string().optional(),
  MAIL_OAUTH_SCOPE: z.string().optional(),
  MAIL_FROM: z.email('expected a plain e-mail address').optional(),
  RETURN_PATH: z
    .email('expected a plain e-mail address')
    .refine(isReturnPathShort, 'expected at most 29 letters before the + that a name follows')
    .optional(),
  RETURN_IMAP_URL: z
    .string()
    .superRefine(asMailUrl(['imaps'], 'imaps://user:password@host/INBOX'))
    .refine(
      namesMailbox,
      'expected a user, a password and a folder: imaps://user:password@host/INBOX',
    )
    .optional(),
};

const shape = z.object(mailVariables);
type Read = z.infer<typeof shape>;

export function toMailConfig(read: Read): MailConfig {
  return {
    smtpUrl: read.SMTP_URL,
    ehloName: read.EHLO_NAME,
    mailCaFile: read.MAIL_CA_FILE,
    mailOAuth: toOAuthClient(read),
    mailFrom: read.MAIL_FROM ?? DEFAULT_SENDER,
    returnPath: read.RETURN_PATH ?? read.MAIL_FROM ?? DEFAULT_SENDER,
    returnImapUrl: read.RETURN_IMAP_URL,
  };
}

/** What no variable shows alone: whether the mail servers can be logged in to. */
export function* findMailProblems(read: Read): Generator<[string, string]> {
  const hasTokens = read.MAIL_OAUTH_TOKEN_URL !== undefined;
  for (const [name, folder] of [
    ['SMTP_URL', false],
    ['RETURN_IMAP_URL', true],
  ] as const) {
    const url = read[name];
    const problem = url && findMailUrlProblem(url, { needsPassword: !hasTokens, folder });
    if (problem) yield [name, problem];
  }
  if (!hasTokens) return;
  if (!read.MAIL_OAUTH_CLIENT_ID) yield ['MAIL_OAUTH_CLIENT_ID', 'MAIL_OAUTH_TOKEN_URL needs it'];
  if (!read.MAIL_OAUTH_CLIENT_SECRET && !read.MAIL_OAUTH_REFRESH_TOKEN) {
    yield [
      'MAIL_OAUTH_CLIENT_SECRET',
      'MAIL_OAUTH_TOKEN_URL needs it, or MAIL_OAUTH_REFRESH_TOKEN',
    ];
  }
}

function asMailUrl(schemes: readonly string[], example: string) {
  return (text: string, context: z.RefinementCtx) => {
    const message = describeUnreadable(text, { schemes, example });
    if (message) context.addIssue({ code: 'custom', message });
  };
}

// What is no URL at all is reported as that, and a missing password where it is known to be needed.
function namesMailbox(text: string): boolean {
  const url = URL.parse(text);
  return url === null || Boolean(url.username && url.pathname.length > 1);
}

/** Over TLS, or no further than this machine. */
function isPrivateWay(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.protocol === 'https:') return true;
  return url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}

function toOAuthClient(read: Read): OAuthClient | undefined {
  if (!read.MAIL_OAUTH_TOKEN_URL) return undefined;
  return {
    tokenUrl: read.MAIL_OAUTH_TOKEN_URL,
    clientId: read.MAIL_OAUTH_CLIENT_ID ?? '',
    clientSecret: read.MAIL_OAUTH_CLIENT_SECRET,
    refreshToken: read.MAIL_OAUTH_REFRESH_TOKEN,
    scope: read.MAIL_OAUTH_SCOPE,
  };
}
