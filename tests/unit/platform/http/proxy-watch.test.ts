import { BlockList } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createProxyWatch } from '../../../../src/platform/http/proxy-watch.ts';
import { createLog } from '../../../../src/platform/log.ts';

function aWatch(trusted: string[] = []) {
  const lines: string[] = [];
  const trustedProxies = new BlockList();
  for (const address of trusted) trustedProxies.addAddress(address);
  const log = createLog({ level: 'info', write: (line) => lines.push(line) });
  return { watch: createProxyWatch({ trustedProxies, log }), lines };
}

describe('a proxy that nobody named', () => {
  test.each(['127.0.0.1', '::1', '10.2.3.4', '::ffff:172.18.0.1', '192.168.0.9', 'fd00::1'])(
    'is told once, with the address to name, and stands in the health report: %s',
    (peer) => {
      const { watch, lines } = aWatch();
      for (let client = 1; client < 9; client += 1) watch.see(peer, `192.0.2.${client}`);

      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        { level: 'warn', event: 'proxy.not-trusted', proxy: peer },
      ]);
      expect(watch.isFound()).toBe(true);
      expect(lines.join()).not.toContain('192.0.2.');
    },
  );

  test('is no such thing once it is named, or where nobody is forwarded', () => {
    const { watch, lines } = aWatch(['127.0.0.1']);
    watch.see('127.0.0.1', '192.0.2.1');
    watch.see('10.0.0.1', undefined);
    watch.see('10.0.0.1', '');

    expect(lines).toEqual([]);
    expect(watch.isFound()).toBe(false);
  });
});

describe('a stranger who sends the header', () => {
  test('is taken for nothing for one or two clients', () => {
    const { watch, lines } = aWatch();
    for (const client of ['192.0.2.1', '192.0.2.2', '192.0.2.2, 192.0.2.1'])
      watch.see('203.0.113.7', client);

    expect(lines).toEqual([]);
  });

  test('is told once for three, without an address, and raises no alarm', () => {
    const { watch, lines } = aWatch();
    for (let client = 1; client < 9; client += 1) watch.see('203.0.113.7', `192.0.2.${client}`);

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'proxy.not-trusted',
      proxy: 'public',
    });
    expect(lines[0]).not.toMatch(/203\.0|192\.0/);
    expect(watch.isFound()).toBe(false);
  });
});
