// npm run content:call-sheets: prints what is due on paper, one page a listing, for who checks without a screen. Writes
// one HTML file to print from any browser.
//   npm run content:call-sheets -- --number 40        so many; 20 if left out
//   npm run content:call-sheets -- --out sheets.html  where to; var/call-sheets-<day>.html if left out
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { findDue, inCallOrder } from '../src/directory/checking/due.ts';
import { now, today } from '../src/platform/clock.ts';
import { toCallSheets } from './content/call-sheets-html.ts';
import { readDirectory } from './content/read-directory.ts';
import { readNumber } from './content/read-number.ts';

const { values } = parseArgs({ options: { number: { type: 'string' }, out: { type: 'string' } } });
const number = readNumber(values.number, 20);
const out = values.out ?? `var/call-sheets-${today()}.html`;
const directory = readDirectory(today());
const due = inCallOrder(findDue(directory, { now: now().toISOString(), reports: [] }));
const sheets = due.slice(0, number);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, toCallSheets(sheets, directory, today()));
console.log(
  `${sheets.length} of ${due.length} that are due are in ${out}, a page each. Open it in a browser and print it.`,
);
