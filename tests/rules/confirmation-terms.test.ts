import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aRouting } from '../support/referral/a-routing.ts';

const { remindAfter, fallbackAfter } = aRouting().confirmationTerms;
const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;

describe.each(['data-protection', 'hazards', 'when-things-go-wrong'])('docs/%s.md', (name) => {
  const text = readFileSync(`docs/${name}.md`, 'utf8').replace(/\s+/g, ' ');

  test('says when a silent team is reminded and its fallback asked, as they are', () => {
    const told = text.slice(text.search(/is reminded after|A reminder after/)).slice(0, 40);

    expect(told).toContain(`after ${days(remindAfter)}`);
    expect(text).toContain(`after ${days(fallbackAfter)}`);
  });
});

test('the example of a routing file has the usual terms', () => {
  const text = readFileSync('content/routing.example.yaml', 'utf8');

  expect(text).toContain(`\nacknowledgeWithinWorkingDays: ${remindAfter}\n`);
  expect(text).toContain(`\nfallbackAfterWorkingDays: ${fallbackAfter}\n`);
});

test('whoever stands in for a team has days to find out before its resident is to ring, in a week', () => {
  const workingDaysInAWeek = 5;

  expect(workingDaysInAWeek - fallbackAfter).toBeGreaterThanOrEqual(2);
});
