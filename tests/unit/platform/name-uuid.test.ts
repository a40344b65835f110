import { expect, test } from 'vitest';
import { nameUuid } from '../../../src/platform/name-uuid.ts';

test('the UUID of a name is that of the example in RFC 9562, appendix A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

  expect(nameUuid(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('a name in another script has one too', () => {
  const namespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

  expect(nameUuid(namespace, 'খাবার')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-/,
  );
});
