import { describe, expect, test } from 'vitest';
import { findSiteUrlProblems } from '../../../src/referral/public-site-url.ts';

describe('links to a site at', () => {
  test.each([
    'https://support.towerhamlets.gov.uk',
    'https://support.towerhamlets.gov.uk/',
    'https://SUPPORT.towerhamlets.gov.uk:8443',
    'https://myexample.org',
    'https://example.org.uk',
    'https://local.support.nhs.uk',
    'https://সহায়তা.বাংলা',
  ])('%s can be opened', (siteUrl) => {
    expect(findSiteUrlProblems(siteUrl)).toEqual([]);
  });

  test.each([
    'https://localhost',
    'https://LOCALHOST.',
    'https://site.localhost',
    'https://localhost.localdomain',
    'https://intranet',
    'https://intranet.',
    'https://site.local',
    'https://site.internal',
    'https://directory.example',
    'https://www.example.org',
    'https://nhs.test',
    'https://nhs.invalid',
  ])('%s cannot: it has no public name', (siteUrl) => {
    expect(findSiteUrlProblems(siteUrl)).toEqual([
      `SITE_URL: '${new URL(siteUrl).origin}' has no public name, so links in letters would open nowhere else. Set it to the address that visitors type.`,
    ]);
  });

  test.each([
    'https://127.0.0.1:4321',
    'https://127.8.9.10',
    'https://2130706433',
    'https://0x7f.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://0.0.0.0',
    'https://[::]',
    'https://169.254.1.1',
    'https://[fe80::1]',
    'https://10.1.2.3',
    'https://192.168.1.5',
    'https://[fd00::1]',
    'https://51.140.1.1',
  ])('%s cannot: it is a number', (siteUrl) => {
    expect(findSiteUrlProblems(siteUrl).join()).toMatch(/^SITE_URL: '.*' has no public name/);
  });
});

test('without TLS what people write about their health would travel in clear', () => {
  expect(findSiteUrlProblems('http://support.towerhamlets.gov.uk')).toEqual([
    "SITE_URL: 'http://support.towerhamlets.gov.uk' is not https, and forms hold health data. Set the https address, also where a proxy does TLS.",
  ]);
});

test('all that is wrong with one is said at once', () => {
  expect(findSiteUrlProblems('http://127.0.0.1:4321')).toHaveLength(2);
});

test.each([undefined, ''])('none is a problem too (%j)', (siteUrl) => {
  expect(findSiteUrlProblems(siteUrl)).toEqual([
    'SITE_URL is not set, and links in letters begin with it. Set it to the address that visitors type: https://…',
  ]);
});
