import { describe, expect, test } from 'vitest';
import {
  createRateLimit,
  toCustomer,
  toNetwork,
} from '../../../../src/platform/http/rate-limit.ts';
import { createSendLimits } from '../../../../src/referral/form/send-limits.ts';

describe('sending', () => {
  test('30 forms from one address are taken in an hour, and then one every two minutes', () => {
    const clock = { ms: 0 };
    const limits = aLimits(clock);
    const send = (form: number) => limits.take({ client: '192.0.2.1', formToken: `f${form}` });

    expect(Array.from({ length: 30 }, (_, form) => send(form))).toEqual(Array(30).fill(0));
    expect(send(31)).toBe(120_000);
    expect(limits.take({ client: '192.0.2.2', formToken: 'other' })).toBe(0);
    clock.ms = 120_000;
    expect(send(32)).toBe(0);
  });

  test('a new address of the same provider’s customer for each form takes 90 in an hour', () => {
    const limits = aLimits({ ms: 0 });
    const send = (client: string) => limits.take({ client, formToken: client });
    const networks = Array.from(
      { length: 90 },
      (_, index) => `2001:db8:7:${index.toString(16)}::1`,
    );

    expect(networks.map(send)).toEqual(Array(90).fill(0));
    expect(send('2001:db8:7:ffff::1')).toBeGreaterThan(0);
    expect(send('2001:db8:8::1')).toBe(0);
  });

  test('one form pressed 50 times counts once', () => {
    const limits = aLimits({ ms: 0 });
    const press = () => limits.take({ client: '192.0.2.1', formToken: 'same' });

    expect(Array.from({ length: 50 }, press)).toEqual(Array(50).fill(0));
    const others = Array.from({ length: 29 }, (_, form) =>
      limits.take({ client: '192.0.2.1', formToken: `f${form}` }),
    );
    expect(others).toEqual(Array(29).fill(0));
    expect(limits.take({ client: '192.0.2.1', formToken: 'last' })).toBeGreaterThan(0);
  });

  test('a form that is pressed without end is slowed down', () => {
    const limits = aLimits({ ms: 0 });
    const presses = Array.from({ length: 61 }, () =>
      limits.take({ client: '192.0.2.1', formToken: 'same' }),
    );

    expect(presses.at(-1)).toBeGreaterThan(0);
  });
});

function aLimits(clock: { ms: number }) {
  return createSendLimits({
    createRateLimit: (rate) =>
      createRateLimit({ capacity: rate.capacity, refillMs: rate.refillMs, clock: () => clock.ms }),
    toNetwork,
    toCustomer,
  });
}
