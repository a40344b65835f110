import { isExampleName } from './routing/example-mailboxes.ts';

// What a machine or an office calls itself: RFC 6761 and 6762, and ICANN's choice for private use.
const NOT_PUBLIC = /(^|\.)(local|localdomain|internal)$/;

/**
 * Why people outside could not open links that begin with this SITE_URL, which is a valid one if any; a
 * line each. A production server refuses to start with any: no team could confirm a referral, and each
 * would go on to the fallback.
 */
export function findSiteUrlProblems(siteUrl: string | undefined): string[] {
  if (!siteUrl) {
    return [
      'SITE_URL is not set, and links in letters begin with it. Set it to the address that visitors type: https://…',
    ];
  }
  const { origin, protocol, hostname } = new URL(siteUrl);
  const problems = [];
  if (protocol !== 'https:') {
    problems.push(
      `SITE_URL: '${origin}' is not https, and forms hold health data. Set the https address, also where a proxy does TLS.`,
    );
  }
  if (!isPublicName(hostname.replace(/\.$/, ''))) {
    problems.push(
      `SITE_URL: '${origin}' has no public name, so links in letters would open nowhere else. Set it to the address that visitors type.`,
    );
  }
  return problems;
}

/**
 * Whether a host, as a URL holds it, may be one that a phone anywhere finds. Nothing is looked up: a trial
 * within a network is possible under a name that ends like a public one.
 */
function isPublicName(host: string): boolean {
  // URL writes every IPv4 address as four numbers, and IPv6 in brackets. Numbers of this machine and of
  // private networks open nothing for a resident; public ones are what mail filters take fraud by.
  const isNumber = /^\[|^[\d.]+$/.test(host);
  return !isNumber && host.includes('.') && !isExampleName(host) && !NOT_PUBLIC.test(host);
}
