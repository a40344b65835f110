import { expect, test } from 'vitest';
import { toSets } from '../../faults/rig/evidence/sets.ts';

const allWell = {
  attempted: new Set(['a', 'b']),
  acknowledged: new Map([
    ['a', 'SP-A'],
    ['b', 'SP-B'],
  ]),
  stored: new Map([
    ['a', 'SP-A'],
    ['b', 'SP-B'],
  ]),
  owed: new Set(['SP-B']),
  arrived: ['SP-A'],
};
const clean = { lost: 0, unexpected: 0, duplicated: 0, recovered: 0 };

test('nothing is wrong while each reference told is in a mailbox or owed', () => {
  expect(toSets(allWell)).toMatchObject({ attempted: 2, acknowledged: 2, delivered: 1, ...clean });
});

test('a reference told that is neither in a mailbox nor owed is lost, stored or not', () => {
  expect(toSets({ ...allWell, owed: new Set() })).toMatchObject({ ...clean, lost: 1 });
  const gone = { stored: new Map([['a', 'SP-A']]), owed: new Set<string>() };
  expect(toSets({ ...allWell, ...gone })).toMatchObject({ ...clean, lost: 1 });
});

test('a letter of which nobody sent the form is unexpected', () => {
  const arrived = ['SP-A', 'SP-X'];
  expect(toSets({ ...allWell, arrived })).toMatchObject({ ...clean, unexpected: 1 });
  const attempted = new Set(['b']);
  expect(toSets({ ...allWell, attempted })).toMatchObject({ ...clean, unexpected: 1 });
});

test('each copy beyond the first is duplicated', () => {
  expect(toSets({ ...allWell, arrived: ['SP-A', 'SP-A', 'SP-A'] })).toMatchObject({
    ...clean,
    duplicated: 2,
  });
});

test('what was stored and never told is recovered', () => {
  const acknowledged = new Map([['a', 'SP-A']]);
  expect(toSets({ ...allWell, acknowledged })).toMatchObject({ ...clean, recovered: 1 });
});
