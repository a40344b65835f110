/** Covers scripts/build/check-answers.ts. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildFolder } from '../support/site/build-folder.ts';

// Each alone keeps a server from starting, or would have letters and searches leave this machine.
const ofTheServer = {
  NODE_ENV: 'production',
  MAIL_CA_FILE: '/nowhere/ca.pem',
  SMTP_URL: 'smtp://user:secret@mail.invalid:587',
  DATABASE_URL: 'postgres://directory@database.invalid/directory',
  ROUTING_FILE: '/nowhere/routing.yaml',
  MEILI_URL: 'http://search.invalid:7700',
  DATA_DIR: '/nowhere/data',
};

test('a build is asked for its pages without any setting of the server, whoever builds', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build/check-answers.ts'], {
    env: { ...process.env, ...ofTheServer, OUT_DIR: buildFolder },
    encoding: 'utf8',
  });

  expect([status, stderr]).toEqual([0, '']);
  expect(existsSync('/nowhere')).toBe(false);
});
