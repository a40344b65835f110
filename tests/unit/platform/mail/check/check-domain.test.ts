import { Resolver } from 'node:dns/promises';
import { expect, test } from 'vitest';
import { checkSendingDomain } from '../../../../../src/platform/mail/check/check-domain.ts';
import { aNameServer } from '../../../../support/mail/a-name-server.ts';

const good = {
  'trust.example': ['unrelated', 'v=spf1 include:relay.example -all'],
  'relay1._domainkey.trust.example': [`v=DKIM1; k=rsa; p=${'M'.repeat(400)}`],
  '_dmarc.trust.example': ['v=DMARC1; p=reject; rua=mailto:dmarc@trust.example'],
  '_mta-sts.trust.example': ['v=STSv1; id=20261130'],
};

async function check(texts: Record<string, string[]>, dkimSelector?: string, isBroken = false) {
  const server = await aNameServer(texts, { isBroken });
  const names = new Resolver({ timeout: 2000, tries: 1 });
  names.setServers([server.address]);
  const steps = await checkSendingDomain('trust.example', { names, dkimSelector });
  server.close();
  return Object.fromEntries(
    steps.map(({ what, is, says }) => [what.split(' ')[0] ?? '', { is, says }]),
  );
}

test('a domain that has all is well', async () => {
  const found = await check(good, 'relay1');

  expect(Object.values(found).map(({ is }) => is)).toEqual(['ok', 'ok', 'ok', 'ok']);
});

test.each<[string, string, Record<string, string[]>, RegExp]>([
  ['no SPF', 'SPF', { 'trust.example': ['unrelated'] }, /no record/],
  ['two of SPF', 'SPF', { 'trust.example': ['v=spf1 -all', 'v=spf1 a -all'] }, /2 records/],
  ['SPF for everybody', 'SPF', { 'trust.example': ['v=spf1 +all'] }, /allows everybody/],
  ['no key', 'DKIM', { 'relay1._domainkey.trust.example': [] }, /no key/],
  [
    'a key taken back',
    'DKIM',
    { 'relay1._domainkey.trust.example': ['v=DKIM1; p='] },
    /taken back/,
  ],
  ['no DMARC', 'DMARC', { '_dmarc.trust.example': [] }, /no records/],
  ['DMARC that only looks', 'DMARC', { '_dmarc.trust.example': ['v=DMARC1; p=none'] }, /p=none/],
])('a domain with %s is not well: %s', async (_what, part, changes, says) => {
  const found = await check({ ...good, ...changes }, 'relay1');

  expect(found[part]).toEqual({ is: 'not ok', says: expect.stringMatching(says) });
  expect(Object.values(found).filter(({ is }) => is === 'ok')).toHaveLength(3);
});

test('a domain without MTA-STS can send letters: that is advice', async () => {
  const found = await check({ ...good, '_mta-sts.trust.example': [] });

  expect(found['MTA-STS']).toEqual({ is: 'advice', says: expect.stringMatching(/no record/) });
});

test('of DKIM nothing is told without the name of the key, but where to find it', async () => {
  expect((await check(good)).DKIM).toEqual({
    is: 'cannot tell',
    says: expect.stringMatching(/DKIM-Signature .* --dkim/),
  });
});

test('of a resolver that fails nothing is told', async () => {
  const found = await check(good, 'relay1', true);

  expect(Object.values(found).map(({ is }) => is)).toEqual(Array(4).fill('cannot tell'));
});
