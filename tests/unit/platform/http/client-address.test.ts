import { expect, test } from 'vitest';
import { parseConfig } from '../../../../src/platform/config.ts';
import { findClientAddress } from '../../../../src/platform/http/client-address.ts';

const { trustedProxies } = parseConfig({ TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8' });
const addressOf = (peer: string, forwardedFor?: string) =>
  findClientAddress(peer, forwardedFor, trustedProxies);

test('a client that connects directly is its socket address, whatever it claims', () => {
  expect(addressOf('203.0.113.9')).toBe('203.0.113.9');
  expect(addressOf('203.0.113.9', '6.6.6.6')).toBe('203.0.113.9');
});

test('behind a proxy the client is the hop that the proxy saw, not the one the client wrote', () => {
  expect(addressOf('10.0.0.1', '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9');
});

test('behind two proxies of ours both are passed over', () => {
  expect(addressOf('10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2')).toBe('203.0.113.9');
});

test('a request that a trusted proxy makes itself has the proxy as client', () => {
  expect(addressOf('10.0.0.1')).toBe('10.0.0.1');
  expect(addressOf('10.0.0.1', 'unknown')).toBe('10.0.0.1');
});

test('IPv6, IPv4 within IPv6 and ports are understood', () => {
  expect(addressOf('::ffff:10.0.0.1', '203.0.113.9:5678')).toBe('203.0.113.9');
  expect(addressOf('fd00::1', '[2001:db8::7]:443')).toBe('2001:db8::7');
});
