import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { SendOutcome } from '../mail.ts';
import type { CheckStep } from './check-step.ts';
import { probeTls, type TlsProbe } from './tls-probe.ts';

interface ServerCheck {
  url: string;
  ca: string | string[] | undefined;
  from: string;
  /** Sends the test letter, and so shows login, sender and mailbox. */
  sendTestLetter: () => Promise<SendOutcome>;
  timeoutMs?: number;
}

const certificateFaults: Record<string, string> = {
  CERT_HAS_EXPIRED: 'its certificate has run out. The mail administrator must renew it',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet. Is the clock of this machine right?',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is for another name. Write the name into SMTP_URL that the certificate has',
};
const UNKNOWN_AUTHORITY =
  'its certificate is signed by an authority that this machine does not know. If it is your own, set MAIL_CA_FILE to its certificate';

/** Each step only once those before it went well, as nothing can be told of it before. */
export async function checkMailServer(about: ServerCheck): Promise<CheckStep[]> {
  const url = new URL(about.url);
  const found = await findAddress(url.hostname.replace(/^\[|\]$/g, ''));
  if (found.is !== 'ok') return [found];
  const probe = await probeTls(url, about);
  const steps = [found, ...describeProbe(probe, url)];
  if (probe.reached !== 'tls') return steps;
  return [...steps, ...describeLetter(await about.sendTestLetter(), about.from)];
}

async function findAddress(host: string): Promise<CheckStep> {
  const what = 'Name of the mail server';
  if (isIP(host)) return { what, is: 'ok', says: 'an address, which needs no looking up' };
  try {
    const { address } = await lookup(host);
    return { what, is: 'ok', says: `${host} is ${address}` };
  } catch {
    const says = `${host} cannot be looked up. Is it written right in SMTP_URL, and does this machine have a resolver?`;
    return { what, is: 'not ok', says };
  }
}

function describeProbe(probe: TlsProbe, url: URL): CheckStep[] {
  const connected: CheckStep = { what: 'Connection', is: 'ok', says: `${url.host} answers` };
  const notOk = (what: string, says: string): CheckStep => ({ what, is: 'not ok', says });
  switch (probe.reached) {
    case 'nobody':
      return [
        notOk('Connection', `nobody answers at ${url.host}. Host, port, and firewalls on the way?`),
      ];
    case 'no-mail-server':
      return [
        notOk(
          'Connection',
          `${url.host} does not greet as a mail server. With smtps:// the port is usually 465, with smtp:// 587`,
        ),
      ];
    case 'no-tls-offered':
      return [
        connected,
        notOk('TLS', 'the server offers none, so nothing is sent. smtps:// on port 465, perhaps?'),
      ];
    case 'bad-certificate':
      return [connected, notOk('TLS', describeCertificate(probe.code))];
    case 'tls':
      return [connected, { what: 'TLS', is: 'ok', says: 'the certificate is good' }];
  }
}

function describeCertificate(code: string): string {
  const isOfAuthority = /SELF_SIGNED|UNABLE_TO|ISSUER|CHAIN/.test(code);
  return (
    certificateFaults[code] ??
    (isOfAuthority ? UNKNOWN_AUTHORITY : `the server and we do not agree on TLS (${code})`)
  );
}

/** One letter shows all that follows; what it did not come to cannot be told. */
function describeLetter(outcome: SendOutcome, from: string): CheckStep[] {
  const whats = ['Login', `Sender ${from}`, 'Test letter'];
  const failed = findFailed(outcome);
  return whats.map((what, index) => {
    if (failed === undefined || index < failed.at) return { what, is: 'ok', says: 'taken' };
    if (index === failed.at) return { what, is: failed.is, says: failed.says };
    return { what, is: 'cannot tell', says: 'the step before it failed' };
  });
}

function findFailed(
  outcome: SendOutcome,
): { at: number; is: 'not ok' | 'cannot tell'; says: string } | undefined {
  if (outcome.kind === 'handed-over') return undefined;
  const code = 'code' in outcome && outcome.code ? ` (${outcome.code})` : '';
  const notOk = (at: number, says: string) => ({ at, is: 'not ok' as const, says: says + code });
  if (outcome.kind === 'maybe-sent') {
    return { at: 2, is: 'cannot tell', says: 'the server did not say whether it took it' };
  }
  switch (outcome.reason) {
    case 'login':
      return notOk(0, 'refused: the user, password or token is not the right one');
    case 'sender-refused':
      return notOk(1, 'the account may not send as this address: set MAIL_FROM to its own');
    case 'account-refused':
      return notOk(2, 'the account may not send to this mailbox, or not so much');
    case 'recipient':
      return notOk(2, 'the server refuses this mailbox. Is it written right in the routing file?');
    case 'message':
      return notOk(2, 'the server refuses the text, which its filters decide');
    case 'try-later':
      return notOk(2, 'the server asks to try later');
    default:
      return notOk(0, `the connection did not last that long: ${outcome.reason}`);
  }
}
