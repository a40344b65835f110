/** Covers src/search/results/hits.ts, src/search/port.ts. */
import { expect, test } from 'vitest';
import { parseSearchRequest } from '../../../src/search/request.ts';
import { searcher } from '../../../src/wiring.ts';
import { createRandom } from '../../support/days/a-random.ts';
import { aRequest } from '../../support/search/a-searcher.ts';

const awkward = [
  'a'.repeat(10_000),
  'food bank '.repeat(1_000),
  '\u202eknab doof\u202c',
  'شكرا لك على الطعام',
  '👩‍👩‍👧‍👦 👍🏽 🇧🇩',
  '\ud800\udc00\ud800',
  '\u0000\u0007\u001b[31m',
  '../../etc/passwd',
  "'; drop table listings; --",
  '<script>alert(1)</script>',
  '__proto__ constructor toString',
  '%E0%A4%A %',
  'ि ী ় ্',
  '"" - -- - "',
  '1'.repeat(200),
  ' \t\n\u00a0\u3000 ',
];

test.each(awkward)('anything typed is answered: %j', async (q) => {
  const response = await searcher.search(aRequest({ q, near: q }));
  expect(response.hits.length).toBeLessThanOrEqual(10);
  expect(response.total).toBeGreaterThanOrEqual(response.hits.length);
});

test('random text in any field is answered', async () => {
  const random = createRandom(2026);
  for (let round = 0; round < 300; round += 1) {
    const params = new URLSearchParams();
    for (const name of ['q', 'need', 'who', 'cost', 'near', 'sort', 'page', 'literal', 'area']) {
      if (random(2) === 0) params.append(name, randomText(random));
    }
    const request = parseSearchRequest(params, 'bn');
    const { hits, page, perPage } = await searcher.search(request);
    expect(hits.length, params.toString()).toBeLessThanOrEqual(perPage);
    expect(Number.isInteger(page)).toBe(true);
  }
});

test('a name from the language itself is a value like any other', async () => {
  const filters = { need: ['__proto__', 'constructor'] };
  expect((await searcher.search(aRequest({ filters }))).total).toBe(0);
});

function randomText(random: (below: number) => number): string {
  const alphabets = [
    'abcdefghij klmnop',
    'কখগঘঙচছজ ািীু',
    '0123456789 eE',
    '\u0000\u200d\ud83d\ude00-"\'%',
  ];
  const alphabet = alphabets[random(alphabets.length)] ?? '';
  return Array.from({ length: random(40) }, () => alphabet[random(alphabet.length)]).join('');
}
