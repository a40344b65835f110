import { expect, test } from 'vitest';
import { isOwnMachine } from '../../../../src/platform/http/own-machine.ts';

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.3.2.1'])(
  'who asks by %s under a name of the machine itself is on it',
  (peer) => {
    for (const host of ['127.0.0.1:4321', 'localhost', '[::1]:4321']) {
      expect(isOwnMachine(peer, { host })).toBe(true);
    }
  },
);

test.each([
  ['from elsewhere', '192.0.2.1', {}],
  ['from a private network', '10.0.0.1', {}],
  ['by the public name', '127.0.0.1', { host: 'directory.example' }],
  ['by a name that begins like ours', '127.0.0.1', { host: 'localhost.directory.example' }],
  ['without a name', '127.0.0.1', { host: undefined }],
  ['through a proxy that says for whom', '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }],
  ['through one that says so otherwise', '::1', { forwarded: 'for=192.0.2.1' }],
  ['through one that says its own name', '::1', { via: '1.1 proxy' }],
])('who asks %s is not', (_how, peer, headers) => {
  expect(isOwnMachine(peer, { host: '127.0.0.1:4321', ...headers })).toBe(false);
});
