import { describe, expect, test } from 'vitest';
import { randomness } from '../../../../src/platform/secrets/randomness.ts';
import { drawEnvelopeId, findEnvelopeId } from '../../../../src/referral/letters/envelope-id.ts';

const envelopeId = drawEnvelopeId(randomness);

describe('the name of a try', () => {
  test('is another one each time, and fits an envelope and an address', () => {
    const names = Array.from({ length: 50 }, () => drawEnvelopeId(randomness));
    expect(new Set(names).size).toBe(50);
    expect(names.every((name) => /^[a-z0-9]{34}$/.test(name))).toBe(true);
  });

  test('is found in what a mail server wrote, and no part of a longer word is', () => {
    expect(findEnvelopeId(`<returns+${envelopeId}@x.example>`)).toBe(envelopeId);
    expect(findEnvelopeId(`a${envelopeId}`)).toBeUndefined();
    expect(findEnvelopeId(`${envelopeId}0`)).toBeUndefined();
  });
});
