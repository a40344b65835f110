import { describe, expect, test } from 'vitest';
import { createRoutingInForce } from '../../../../src/referral/routing/routing-in-force.ts';
import { aRouting } from '../../../support/referral/a-routing.ts';

/** A file that is changed by hand, and a clock that is moved by hand. */
function aFile() {
  const file = {
    version: 'v1',
    changedAt: 0,
    problems: [] as string[],
    examples: [] as string[],
    isReused: false,
  };
  const clock = { now: 10_000 };
  const logged: unknown[] = [];
  const took: string[] = [];
  let reads = 0;
  const inForce = createRoutingInForce({
    stat: () => ({ stamp: `${file.version} ${file.changedAt}`, changedAt: file.changedAt }),
    read() {
      reads += 1;
      return file.problems.length > 0
        ? { ok: false, problems: file.problems }
        : { ok: true, routing: aRouting({ version: file.version }) };
    },
    isVersionReused: () => file.isReused,
    findUseProblems: () => file.examples,
    onInUse: ({ version }) => took.push(version),
    fail: (problems) => {
      throw new Error(problems.join());
    },
    log: {
      info: (...line) => logged.push(line),
      error: (...line) => logged.push(line),
    },
    now: () => clock.now,
  });
  return {
    file,
    clock,
    logged,
    took,
    inForce,
    reads: () => reads,
    version: () => inForce.current().version,
    change(changes: Partial<typeof file>) {
      Object.assign(file, { changedAt: clock.now }, changes);
    },
  };
}

describe('the routing file', () => {
  test('is read once while it stays the same', () => {
    const { version, reads } = aFile();
    expect([version(), version(), version()]).toEqual(['v1', 'v1', 'v1']);
    expect(reads()).toBe(1);
  });

  test('is in force two seconds after it was changed, and not while it may be half written', () => {
    const { version, change, clock, logged, took } = aFile();
    version();
    change({ version: 'v2' });
    clock.now += 1_999;
    expect(version()).toBe('v1');
    clock.now += 1;
    expect(version()).toBe('v2');
    expect(logged).toEqual([['routing.changed', { version: 'v2', before: 'v1' }]]);
    expect(took).toEqual(['v1', 'v2']);
  });

  test.each([
    ['with mistakes', { problems: ['line 1', 'line 2'] }, 2],
    ['that kept its version while it says something else', { isReused: true }, 1],
    ['of example mailboxes, in production', { examples: ['teams.north.mailbox'] }, 1],
  ])('%s leaves the one before in force, and is told of once', (_how, changes, problems) => {
    const { inForce, version, change, clock, logged } = aFile();
    version();
    change({ version: 'v2', ...changes });
    clock.now += 5_000;
    expect([version(), version()]).toEqual(['v1', 'v1']);
    expect(inForce.isRefused()).toBe(true);
    expect(logged).toEqual([['routing.refused', { problems, inForce: 'v1' }]]);

    change({ version: 'v3', problems: [], examples: [], isReused: false });
    clock.now += 5_000;
    expect(version()).toBe('v3');
    expect(inForce.isRefused()).toBe(false);
  });

  test('that is put back as it was is no longer told of', () => {
    const { inForce, version, file, change, clock } = aFile();
    version();
    change({ version: 'v2', problems: ['line 1'] });
    clock.now += 5_000;
    version();
    Object.assign(file, { version: 'v1', changedAt: 0, problems: [] });
    expect(version()).toBe('v1');
    expect(inForce.isRefused()).toBe(false);
  });

  test('is read although the clock was set back since', () => {
    const { version, change, clock } = aFile();
    version();
    change({ version: 'v2' });
    clock.now -= 3_600_000;
    expect(version()).toBe('v2');
  });

  test('with mistakes at the start ends it', () => {
    const { inForce, file } = aFile();
    file.problems = ['line 1'];
    expect(() => inForce.current()).toThrow('line 1');
    file.problems = [];
    expect(inForce.current().version).toBe('v1');
  });
});
