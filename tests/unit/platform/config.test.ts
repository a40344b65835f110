/** Covers src/platform/mail/mail-settings.ts and src/platform/mail/mail-url.ts. */
import { expect, test } from 'vitest';
import {
  ConfigurationError,
  findMissingInProduction,
  parseConfig,
} from '../../../src/platform/config.ts';

test('an empty environment serves this machine only, on port 4321', () => {
  expect(parseConfig({})).toMatchObject({ host: '127.0.0.1', port: 4321, production: false });
});

test('a variable set to nothing counts as not set', () => {
  expect(parseConfig({ PORT: '', SITE_URL: '' }).port).toBe(4321);
});

test('every problem is listed at once, by variable', () => {
  const environment = {
    PORT: 'http',
    SITE_URL: 'ftp://x',
    LOG_LEVEL: 'loud',
    TRUSTED_PROXIES: 'x',
  };

  expect(() => parseConfig(environment)).toThrow(ConfigurationError);
  expect(() => parseConfig(environment)).toThrow(/PORT.*SITE_URL.*TRUSTED_PROXIES.*LOG_LEVEL/s);
});

test.each(['https://support.nhs.uk', 'https://support.nhs.uk/', 'http://127.0.0.1:4321'])(
  'links can begin with %s',
  (siteUrl) => {
    expect(parseConfig({ SITE_URL: siteUrl }).siteUrl.href).toBe(new URL(siteUrl).href);
  },
);

test.each(['/directory/', '/?from=letter', '/#top', '?'])(
  'an address of the site that ends in %s is refused: links would leave that out',
  (rest) => {
    expect(() => parseConfig({ SITE_URL: `https://support.nhs.uk${rest}` })).toThrow(
      'SITE_URL: expected https://… and nothing after the name',
    );
  },
);

test('a password in the address of the site is refused, and not shown', () => {
  const environment = { SITE_URL: 'https://somebody:secret@support.nhs.uk' };

  expect(() => parseConfig(environment)).toThrow('SITE_URL: expected https://… and nothing');
  expect(() => parseConfig(environment)).not.toThrow('secret');
});

test('trusted proxies are addresses and ranges of both families', () => {
  const { trustedProxies } = parseConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 fd00::/8' });

  expect(trustedProxies.check('10.9.8.7')).toBe(true);
  expect(trustedProxies.check('127.0.0.2')).toBe(false);
  expect(trustedProxies.check('fd00::1', 'ipv6')).toBe(true);
});

test.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0', 'fd00::/129', '10.0.0.0/8/8x'])(
  'the range %s is refused',
  (range) => {
    expect(() => parseConfig({ TRUSTED_PROXIES: range })).toThrow(range);
  },
);

test('alerts are posted over TLS or not at all', () => {
  const url = 'https://alerts.example/in';

  expect(parseConfig({ ALERT_WEBHOOK_URL: url }).alertWebhookUrl).toBe(url);
  expect(() => parseConfig({ ALERT_WEBHOOK_URL: 'http://alerts.example/in' })).toThrow(
    /ALERT_WEBHOOK_URL: expected https/,
  );
});

test('a key of other than 32 bytes is refused, and not shown', () => {
  const short = Buffer.from('a secret of 24 bytes, no').toString('base64');

  expect(() => parseConfig({ REFERRAL_KEY: short })).toThrow(/REFERRAL_KEY.*32 bytes.*24/);
  expect(() => parseConfig({ REFERRAL_KEY: short })).not.toThrow(short);
  expect(parseConfig({ REFERRAL_KEY: Buffer.alloc(32).toString('base64') }).referralKey).toEqual(
    Buffer.alloc(32),
  );
});

test('a production server says all that it lacks to take referrals; others lack nothing', () => {
  const environment = { NODE_ENV: 'production', SMTP_URL: 'smtps://mail.example' };

  expect(findMissingInProduction(environment).join()).toMatch(
    /^MAIL_FROM.*ROUTING_FILE.*REFERRAL_KEY/,
  );
  expect(findMissingInProduction({})).toEqual([]);
});

test.each(['MEILI_ADMIN_KEY', 'MEILI_MASTER_KEY'])(
  'a search key that is %s as well is refused, and not shown',
  (other) => {
    const environment = { MEILI_SEARCH_KEY: 'one-key', [other]: 'one-key' };

    expect(() => parseConfig(environment)).toThrow(/MEILI_SEARCH_KEY: may only search/);
    expect(() => parseConfig(environment)).not.toThrow('one-key');
  },
);

test('letters come back to their From, unless another mailbox is given', () => {
  expect(parseConfig({ MAIL_FROM: 'referrals@trust.example' }).returnPath).toBe(
    'referrals@trust.example',
  );
  expect(parseConfig({ RETURN_PATH: 'returns+@trust.example' }).returnPath).toBe(
    'returns+@trust.example',
  );
  expect(() => parseConfig({ RETURN_PATH: `${'r'.repeat(30)}+@trust.example` })).toThrow(
    'RETURN_PATH: expected at most 29 letters',
  );
});

test('the mailbox that letters come back to is read over TLS', () => {
  const url = 'imaps://returns%40trust.example:secret@mail.example/INBOX';

  expect(parseConfig({ RETURN_IMAP_URL: url }).returnImapUrl).toBe(url);
});

test.each([
  'imap://returns:secret@mail.example/INBOX',
  'imaps://mail.example/INBOX',
  'imaps://returns:secret@mail.example',
  'imaps://returns:secret@mail.example/',
])('%s is refused for it, and its password is not shown', (url) => {
  expect(() => parseConfig({ RETURN_IMAP_URL: url })).toThrow('RETURN_IMAP_URL: expected');
  expect(() => parseConfig({ RETURN_IMAP_URL: url })).not.toThrow('secret');
});

test.each([
  ['smtp://us%er:secret@mail.example', 'its user’s name has a %'],
  ['smtp://user:100%secret@mail.example', 'its password has a %'],
  ['smtp://user:%E0%A4secret@mail.example', 'its password has a %'],
  ['smtp://user@mail.example:587', 'has a user, and no password'],
  ['smtp://user:@mail.example:587', 'has a user, and no password'],
  ['smtps://:secret@mail.example', 'has a password, and no user'],
  ['smtp://user:7#secret@mail.example', 'expected nothing after it'],
  ['smtp://mail.example/secret', 'expected nothing after it'],
  ['smtp://user:pass/secret@mail.example', 'has a / before its last @'],
  ['smtp://user:587/secret@mail.example:587', 'has a / before its last @'],
  ['smtp://user:12?secret@mail.example', 'has a ? before its last @'],
  ['smtp://us@er:7#secret@mail.example', 'has a # before its last @'],
  ['smtp://user:secret@mail.example:port', 'cannot be read: expected smtp://'],
  ['smtp://user:secret@', 'cannot be read: expected smtp://'],
  ['http://user:secret@mail.example', 'expected smtp://… or smtps://…'],
  ['user:secret@mail.example', 'expected smtp://… or smtps://…'],
])('SMTP_URL %s is refused by its part, and not shown', (url, says) => {
  expect(() => parseConfig({ SMTP_URL: url })).toThrow(`SMTP_URL: ${says}`);
  expect(() => parseConfig({ SMTP_URL: url })).not.toThrow('secret');
});

test.each([
  'smtp://mail.example',
  'smtp://us%40er:p%25%2F%23@mail.example:587',
  // A raw @ is one of the user's name or the password: only the last one comes before the host.
  'smtp://us@er.example:p@ss@mail.example:587',
  'smtps://user:secret@[2001:db8::1]:465/',
])('SMTP_URL %s is taken', (url) => {
  expect(parseConfig({ SMTP_URL: url }).smtpUrl).toBe(url);
});

test.each([
  ['imaps://returns@mail.example/INBOX', 'has a user, and no password'],
  ['imaps://returns:50%secret@mail.example/INBOX', 'its password has a %'],
  ['imaps://returns:secret@mail.example/In%box', 'its folder has a %'],
])('RETURN_IMAP_URL %s is refused by its part, and not shown', (url, says) => {
  expect(() => parseConfig({ RETURN_IMAP_URL: url })).toThrow(`RETURN_IMAP_URL: ${says}`);
  expect(() => parseConfig({ RETURN_IMAP_URL: url })).not.toThrow('secret');
});

test('a user needs no password where tokens are had from somewhere', () => {
  const oauth = {
    MAIL_OAUTH_TOKEN_URL: 'https://login.example/token',
    MAIL_OAUTH_CLIENT_ID: 'directory',
    MAIL_OAUTH_CLIENT_SECRET: 'secret',
  };
  const url = 'smtp://referrals%40trust.example@mail.example:587';

  expect(parseConfig({ ...oauth, SMTP_URL: url })).toMatchObject({
    smtpUrl: url,
    mailOAuth: { tokenUrl: 'https://login.example/token', clientId: 'directory' },
  });
  expect(() => parseConfig({ MAIL_OAUTH_TOKEN_URL: 'https://login.example/token' })).toThrow(
    /MAIL_OAUTH_CLIENT_ID: .*MAIL_OAUTH_CLIENT_SECRET: /s,
  );
  expect(() => parseConfig({ MAIL_OAUTH_TOKEN_URL: 'http://login.example/token' })).toThrow(
    'MAIL_OAUTH_TOKEN_URL: expected https',
  );
});

test.each(['directory.trust.example', '[192.0.2.1]', '[IPv6:2001:db8::1]'])(
  'the mail server can be greeted as %s',
  (name) => {
    expect(parseConfig({ EHLO_NAME: name }).ehloName).toBe(name);
  },
);

test.each(['directory', 'trust.example.', 'a b.example', 'x.example\r\nMAIL', '192.0.2.1'])(
  'the mail server cannot be greeted as %j',
  (name) => {
    expect(() => parseConfig({ EHLO_NAME: name })).toThrow('EHLO_NAME: expected the public name');
  },
);
