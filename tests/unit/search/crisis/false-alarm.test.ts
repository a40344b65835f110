import { expect, test } from 'vitest';
import { createFalseAlarmDetector } from '../../../../src/search/crisis/false-alarm.ts';
import type { Crisis } from '../../../../src/search/port.ts';
import { searchDefinition } from '../../../support/search/search-definition.ts';

const situations = [
  { slug: 'told-to-leave' },
  { slug: 'hurt', crisis: 'danger' as const },
  { slug: 'assaulted', private: true as const },
];
const isHarmless = createFalseAlarmDetector(situations, searchDefinition);
const [unsure = ''] = searchDefinition.crisis.harmless.unsure;

const heard = (...frames: string[]): Crisis => ({
  kind: 'danger',
  kinds: ['danger'],
  subjects: [],
  because: { frames, likelihood: 0.8 },
});
const said = (slug: string, likelihood = 0.4) => ({
  situations: [slug],
  likely: [{ topic: slug, likelihood }],
});

test('what only sounds like danger, and is plainly something else, needs no urgent help', () => {
  expect(isHarmless(heard(), said('told-to-leave'))).toBe(true);
});

test.each([
  ['a frame of danger was found', heard('HURT ME'), said('told-to-leave')],
  ['what has happened is not told plainly', heard(), said('told-to-leave', 0.1)],
  ['nothing is understood', heard(), { situations: [], likely: [] }],
  ['someone is in danger in it', heard(), said('hurt')],
  ['nobody at home may see it', heard(), said('assaulted')],
  ['it may hold danger', heard(), said(unsure)],
])('urgent help stays where %s', (_, crisis, topics) => {
  expect(isHarmless(crisis, topics)).toBe(false);
});
