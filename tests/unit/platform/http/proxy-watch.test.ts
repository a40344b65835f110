import { BlockList } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createProxyWatch } from '../../../../src/platform/http/proxy-watch.ts';
import { createLog } from '../../../../src/platform/log.ts';

const HOST = 'directory.example';

function aWatch(trusted: string[] = [], siteOrigin = `https://${HOST}`) {
  const lines: string[] = [];
  const trustedProxies = new BlockList();
  for (const address of trusted) trustedProxies.addAddress(address);
  const log = createLog({ level: 'info', write: (line) => lines.push(line) });
  const watch = createProxyWatch({ trustedProxies, siteOrigin, log });
  return {
    see: (
      peer: string,
      forwardedFor?: string,
      about: { host?: string; isForMonitors?: boolean } = {},
    ) => watch.see({ peer, forwardedFor, host: HOST, isForMonitors: false, ...about }),
    findTroubles: watch.findTroubles,
    lines,
  };
}

describe('a proxy that nobody named', () => {
  test.each(['127.0.0.1', '::1', '10.2.3.4', '::ffff:172.18.0.1', '192.168.0.9', 'fd00::1'])(
    'is told once, with the address to name, and stands in the health report: %s',
    (peer) => {
      const { see, findTroubles, lines } = aWatch();
      for (let client = 1; client < 9; client += 1) see(peer, `192.0.2.${client}`);

      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        { level: 'warn', event: 'proxy.not-trusted', proxy: peer },
      ]);
      expect(findTroubles()).toEqual(['proxy-not-trusted']);
      expect(lines.join()).not.toContain('192.0.2.');
    },
  );

  test('is no such thing once it is named, or where nobody is forwarded', () => {
    const { see, findTroubles, lines } = aWatch(['127.0.0.1']);
    see('127.0.0.1', '192.0.2.1');
    see('10.0.0.1', undefined);
    see('10.0.0.1', '');

    expect(lines).toEqual([]);
    expect(findTroubles()).toEqual([]);
  });
});

describe('a stranger who sends the header', () => {
  test('is taken for nothing for one or two clients', () => {
    const { see, lines } = aWatch();
    for (const client of ['192.0.2.1', '192.0.2.2', '192.0.2.2, 192.0.2.1'])
      see('203.0.113.7', client);

    expect(lines).toEqual([]);
  });

  test('is told once for three, without an address, and raises no alarm', () => {
    const { see, findTroubles, lines } = aWatch();
    for (let client = 1; client < 9; client += 1) see('203.0.113.7', `192.0.2.${client}`);

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'proxy.not-trusted',
      proxy: 'public',
    });
    expect(lines[0]).not.toMatch(/203\.0|192\.0/);
    expect(findTroubles()).toEqual([]);
  });
});

describe('a proxy that says nothing of whom it asks for', () => {
  const askOften = (see: ReturnType<typeof aWatch>['see'], peer: string, about = {}) => {
    for (let time = 0; time < 100; time += 1) see(peer, undefined, about);
  };

  test.each([
    ['and that nobody named', []],
    ['and that is trusted', ['10.0.0.5']],
  ])('%s is told once, with its address, and stands in the health report', (_what, trusted) => {
    const { see, findTroubles, lines } = aWatch(trusted);
    askOften(see, '10.0.0.5');
    askOften(see, '10.0.0.5');

    expect(findTroubles()).toEqual(['one-address']);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', event: 'proxy.one-address', proxy: '10.0.0.5' },
    ]);
  });

  test.each<[string, string, { host?: string; isForMonitors?: boolean }?]>([
    ['a visitor from elsewhere', '203.0.113.7'],
    ['a monitor in our network', '10.0.0.5', { isForMonitors: true }],
    ['somebody on this machine', '127.0.0.1', { host: '127.0.0.1:4321' }],
  ])('is not %s', (_who, peer, about) => {
    const { see, findTroubles, lines } = aWatch();
    askOften(see, peer, about);

    expect(findTroubles()).toEqual([]);
    expect(lines).toEqual([]);
  });

  test('is not one that says so of most', () => {
    const { see, findTroubles } = aWatch(['10.0.0.5']);
    see('10.0.0.5', '192.0.2.1');
    askOften(see, '10.0.0.5');

    expect(findTroubles()).toEqual([]);
  });

  test('cannot be told where the site has no https address', () => {
    const { see, findTroubles } = aWatch([], `http://${HOST}`);
    askOften(see, '10.0.0.5');

    expect(findTroubles()).toEqual([]);
  });
});
