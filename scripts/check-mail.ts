// npm run mail:check -- MAILBOX [--dkim SELECTOR]: tries the mail server as the site uses it, sends one test letter
// to a mailbox of the routing file, and looks up what others see of the domain that letters come from.
import './build/use-build.ts';
import { randomUUID } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { parseArgs } from 'node:util';
import { now } from '../src/platform/clock.ts';
import { ConfigurationError, parseConfig, readEnvironment } from '../src/platform/config.ts';
import { checkSendingDomain } from '../src/platform/mail/check/check-domain.ts';
import { checkMailServer } from '../src/platform/mail/check/check-server.ts';
import { readMailAuthorities } from '../src/platform/mail/mail-authorities.ts';
import { createOAuthTokens } from '../src/platform/mail/oauth-tokens.ts';
import { createSmtpSender } from '../src/platform/mail/smtp-sender.ts';
import { parseRouting } from '../src/referral/routing/parse-routing.ts';
import { loadRoutingFile } from '../src/wiring/routing-file.ts';
import { directory } from '../src/wiring.ts';

const LONGEST_MS = 60_000;

try {
  process.exitCode = (await checkMail()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function checkMail(): Promise<boolean> {
  const config = parseConfig(readEnvironment());
  const { smtpUrl, mailFrom } = config;
  if (!smtpUrl) throw new ConfigurationError('SMTP_URL is not set: letters go to a folder.');
  const mailboxes = findMailboxes(config.routingFile);
  const { mailbox, dkimSelector } = readArguments(mailboxes);
  const domain = mailFrom.split('@').at(-1) ?? '';
  const ca = readMailAuthorities(config.mailCaFile);
  const send = createSmtpSender({
    url: smtpUrl,
    from: mailFrom,
    returnPath: config.returnPath,
    ehloName: config.ehloName,
    tokens: config.mailOAuth && createOAuthTokens(config.mailOAuth),
    ca,
  });
  const id = randomUUID();
  const testLetter = {
    to: mailbox,
    subject: 'Test letter',
    text: `This letter shows that ${config.siteUrl.origin} can write to this mailbox. It is about nobody, and asks nothing of you.\n`,
    envelopeId: id,
    messageId: `<mail-check-${id}@${domain}>`,
    date: now(),
  };
  const steps = [
    ...(await checkMailServer({
      url: smtpUrl,
      ca,
      from: mailFrom,
      sendTestLetter: () => send(testLetter, AbortSignal.timeout(LONGEST_MS)),
    })),
    ...(await checkSendingDomain(domain, { names: new Resolver(), dkimSelector })),
  ];
  for (const { what, is, says } of steps) console.log(`${is.padEnd(11)}  ${what}: ${says}`);
  const isWell = steps.every(({ is }) => is !== 'not ok');
  if (!isWell)
    console.log('Put right what is not ok before the first real letter. The site starts with it.');
  return isWell;
}

/** Of nobody else does a letter of this site go anywhere. */
function findMailboxes(routingFile: string | undefined): string[] {
  const file = loadRoutingFile(routingFile);
  if ('problem' in file) throw new ConfigurationError(file.problem);
  const parsed = parseRouting(file.text, file.name, directory);
  if (!parsed.ok) {
    throw new ConfigurationError(`${file.name} is not usable. Run "npm run routing:check".`);
  }
  const { teams, operatorMailbox } = parsed.routing;
  return [...new Set([...teams.map(({ mailbox }) => mailbox), operatorMailbox ?? []].flat())];
}

function readArguments(mailboxes: readonly string[]) {
  const usage = 'npm run mail:check -- MAILBOX [--dkim SELECTOR]';
  const list = `A letter is sent to it. Mailboxes of the routing file:\n  ${mailboxes.join('\n  ')}`;
  let given: ReturnType<typeof parse>;
  try {
    given = parse();
  } catch {
    throw new ConfigurationError(`${usage}\n${list}`);
  }
  const [mailbox, ...more] = given.positionals;
  if (mailbox === undefined || more.length > 0) throw new ConfigurationError(`${usage}\n${list}`);
  if (!mailboxes.includes(mailbox)) {
    throw new ConfigurationError(`${mailbox} is no mailbox of the routing file.\n${list}`);
  }
  return { mailbox, dkimSelector: given.values.dkim };
}

function parse() {
  return parseArgs({ allowPositionals: true, options: { dkim: { type: 'string' } } });
}
