import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formFields } from '../../src/referral/form/answers.ts';

const record = readFileSync('docs/data-protection.md', 'utf8');
const rows = [...record.matchAll(/^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$/gm)];

test('the data protection record has each field that the form asks, and no other', () => {
  expect(rows.map(([, field]) => field).toSorted()).toEqual([...formFields].toSorted());
});

test('the data protection record says of each field why, who sees it and how long', () => {
  const short = rows.filter((row) => row.slice(2).some((cell) => cell.trim().length < 4));

  expect(short.map(([row]) => row)).toEqual([]);
});
