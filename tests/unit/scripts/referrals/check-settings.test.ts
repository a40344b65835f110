import { expect, test } from 'vitest';
import { findForeignSettings } from '../../../../scripts/referrals/check-settings.ts';

const site = 'https://support.directory-on-trial.org.uk';

test.each([
  ['set up for the public', { SITE_URL: site }, undefined],
  ['built for the public', {}, site],
  ['built for the public, with settings of nothing', { DATA_DIR: '', DATABASE_URL: '' }, site],
])("a project %s needs the server's settings", (_what, environment, builtFor) => {
  expect(findForeignSettings(environment, { production: false, builtFor })).toContain(site);
});

test.each([
  ['to try things out', {}, 'http://127.0.0.1:4321'],
  ['not built', {}, undefined],
  ['with an address of no public name', { SITE_URL: 'https://directory.example' }, undefined],
  ['that is told where the store is', { DATA_DIR: '/var/lib/directory' }, site],
  ['that is told of PostgreSQL', { DATABASE_URL: 'postgres://db.example/referrals' }, site],
])('a project %s needs no more', (_what, environment, builtFor) => {
  expect(findForeignSettings(environment, { production: false, builtFor })).toBeUndefined();
});

test('a production server that keeps its store in the usual place has a key', () => {
  const production = { production: true, builtFor: site };

  expect(findForeignSettings({ REFERRAL_KEY: 'a key' }, production)).toBeUndefined();
  expect(findForeignSettings({ SITE_URL: site }, production)).toContain(site);
  expect(findForeignSettings({}, { ...production, builtFor: undefined })).toContain('production');
});
