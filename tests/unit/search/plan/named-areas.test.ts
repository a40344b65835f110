import { describe, expect, test } from 'vitest';
import { findNear } from '../../../../src/search/plan/find-near.ts';
import { createNamedAreas } from '../../../../src/search/plan/named-areas.ts';
import { createTokeniser } from '../../../../src/search/words/tokeniser.ts';
import { directory } from '../../../../src/wiring.ts';

const label = (en: string, bn = en) => ({ en, bn, so: en });
const at = (latitude: number, longitude: number) => ({ latitude, longitude });

const places = createNamedAreas({
  areas: [
    { slug: 'bow', label: label('Bow') },
    { slug: 'poplar', label: label('Poplar', 'পপলার') },
    { slug: 'nowhere', label: label('Nowhere') },
  ],
  names: { bow: ['roman road', 'bow road'], everywhere: ['local'] },
  listings: [
    { area: 'bow', position: at(51.5, -0.02) },
    { area: 'bow', position: at(51.54, -0.04) },
    { area: 'bow', position: undefined },
    { area: 'poplar', position: at(51.51, -0.01) },
    { area: undefined, position: at(51, 0) },
  ],
  tokeniser: createTokeniser({ remove: [], apostrophes: [], zeros: [] }),
});

describe('a place by its name', () => {
  test.each([
    ['Poplar', 'Poplar'],
    ['  POPLAR ', 'Poplar'],
    ['পপলার', 'Poplar'],
    ['popler', 'Poplar'],
    ['Roman Road market', 'Bow'],
    ['near Bow Road station', 'Bow'],
  ])('%j is %s', (typed, name) => {
    expect(places.findNamedArea(typed)?.area.en).toBe(name);
  });

  test.each(['how', 'rainbow', 'local', 'Nowhere', ''])('%j is none', (typed) => {
    expect(places.findNamedArea(typed)).toBeUndefined();
  });

  test('lies in the middle of its listings', () => {
    expect(places.findNamedArea('Bow')?.position.latitude).toBeCloseTo(51.52);
    expect(places.findNamedArea('Bow')?.position.longitude).toBeCloseTo(-0.03);
  });
});

test('near a place is found where no postcode was typed, and keeps what was typed', () => {
  const near = findNear('Roman Road market', { ...directory.places, ...places });

  expect(near).toMatchObject({ state: 'found', postcode: 'Roman Road market', area: label('Bow') });
  expect(findNear('E1 4AA', { ...directory.places, ...places })).not.toHaveProperty('area');
  expect(findNear('Manchester', { ...directory.places, ...places })).toEqual({
    state: 'not-a-postcode',
  });
});
