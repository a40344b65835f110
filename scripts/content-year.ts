// npm run content:year: what becomes of the listings in a year and a half at the editors' desk, by the list of what is due as
// it is and made-up answers (scripts/year/assumptions.ts). Prints a table, the same each time for the same content.
//   npm run content:year -- --svg docs/pictures/year.svg   draws it too
//   npm run content:year -- --seed 3                 other chances
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { today } from '../src/platform/clock.ts';
import { readDirectory } from './content/read-directory.ts';
import { readNumber } from './content/read-number.ts';
import { assumptions } from './year/assumptions.ts';
import { type Curve, toChart } from './year/chart.ts';
import { simulateYear, type Week } from './year/simulate-year.ts';

const { values } = parseArgs({ options: { svg: { type: 'string' }, seed: { type: 'string' } } });
const content = readDirectory(today());
// Any Monday: checks count from the day on which they are made.
const year = { content, from: '2027-01-04', weeks: 78, seed: readNumber(values.seed, 15) };
const curves: Curve[] = [1, 2, 3, 4].map((hours) => ({
  name: `${hours} ${hours === 1 ? 'hour' : 'hours'} a week`,
  weeks: simulateYear({ ...assumptions, minutesAWeek: hours * 60 }, year),
}));

const shown = [4, 8, 13, 20, 26, 39, 52, 65, 78];
console.log(
  'Checked within 180 days (of those that people are sent to first: within 90), in a hundred.',
);
console.log(
  `| at the desk | ${shown.map((week) => `week ${week}`).join(' | ')} | from week 27 on | checks a year |`,
);
console.log(`| --- |${' --- |'.repeat(shown.length + 2)}`);
for (const { name, weeks } of curves) {
  const each = shown.map((week) => cell(weeks[week - 1]));
  const later = weeks.slice(26);
  const checks = weeks.slice(0, 52).reduce((sum, week) => sum + week.checks, 0);
  console.log(
    `| ${name} | ${each.join(' | ')} | ${mean(later, 'everything')} (${mean(later, 'first')}), at worst ${worst(later, 'everything')} (${worst(later, 'first')}) | ${checks} |`,
  );
}
if (values.svg) {
  mkdirSync(dirname(values.svg), { recursive: true });
  writeFileSync(values.svg, toChart(curves, 'Share of listings checked within 180 days, by week'));
  console.log(`Drawn in ${values.svg}.`);
}

function cell(week: Week | undefined): string {
  return week ? `${Math.round(week.everything)} (${Math.round(week.first)})` : '';
}

function mean(weeks: readonly Week[], of: 'everything' | 'first'): number {
  return Math.round(weeks.reduce((sum, week) => sum + week[of], 0) / weeks.length);
}

function worst(weeks: readonly Week[], of: 'everything' | 'first'): number {
  return Math.round(Math.min(...weeks.map((week) => week[of])));
}
