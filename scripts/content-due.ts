// npm run content:due: which listings somebody should check with the organisation next, and why.
//   npm run content:due -- --number 40   so many; 20 if left out
//   npm run content:due -- --json        for other programs
import { parseArgs } from 'node:util';
import { findDue } from '../src/directory/checking/due.ts';
import { countOnTarget } from '../src/directory/checking/on-target.ts';
import { now, today } from '../src/platform/clock.ts';
import { toDueJson, toDueText } from './content/due-text.ts';
import { readDirectory } from './content/read-directory.ts';
import { readNumber } from './content/read-number.ts';

const { values } = parseArgs({
  options: { number: { type: 'string' }, json: { type: 'boolean' } },
});
const number = readNumber(values.number, 20);
const directory = readDirectory(today());
const due = findDue(directory, { now: now().toISOString(), reports: [] });
console.log(
  values.json
    ? JSON.stringify(toDueJson(due.slice(0, number)), null, 2)
    : toDueText(due, { number, onTarget: countOnTarget(directory, today()) }),
);
