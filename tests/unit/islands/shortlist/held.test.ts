import { describe, expect, test } from 'vitest';
import {
  appendList,
  beginHeld,
  changeCurrent,
  currentList,
  dropCurrent,
  type Held,
  type HeldList,
  idleLeftMs,
  leaveMode,
  openBegun,
  openList,
  parseHeld,
  toggleListing,
} from '../../../../src/islands/shortlist/held.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = '2026-11-22';

describe('what a tab remembers', () => {
  test('is read back as it was written', () => {
    const held = aHeld({ mode: true, idleMinutes: 5, madeBy: 'Sam' }, [
      aList(['food', 'debt'], { name: 'blue scarf', notes: { food: 'Tuesdays' } }),
      aList([]),
    ]);

    expect(parseHeld(JSON.stringify(held), TODAY)).toEqual(held);
  });

  test('is nothing where anything else was written', () => {
    const held = aHeld({}, [aList(['food'])]);
    const odd = [
      null,
      '',
      'null',
      '1',
      '[]',
      '{}',
      '{"lists":[]}',
      'not JSON',
      ...[
        { current: 1 },
        { current: '__proto__' },
        { current: -1 },
        { idleMinutes: 0 },
        { idleMinutes: '10' },
        { lastUsed: null },
        { lists: 'food' },
        { lists: [null] },
        { lists: [{ slugs: 'food' }] },
      ].map((changes) => JSON.stringify({ ...held, ...changes })),
    ];

    expect(odd.map((text) => parseHeld(text, TODAY))).toEqual(odd.map(() => undefined));
  });

  test('holds only slugs that an address could hold, each once', () => {
    const text = JSON.stringify(aHeld({}, [aList(['food', '<script>', 'food', 'a b', 'debt'])]));

    expect(currentList(parseHeld(text, TODAY) as Held).slugs).toEqual(['food', 'debt']);
  });
});

describe('the address of a list that is opened', () => {
  const twoLists = () =>
    aHeld({ mode: true }, [
      aList(['food', 'debt'], { name: 'blue scarf', notes: { food: 'Tuesdays' } }),
      aList(['garden'], { name: 'bike' }),
    ]);

  test('says what the list worked on is, which keeps its name and notes', () => {
    const opened = openList(twoLists(), aList(['debt', 'food']), { isFromElsewhere: false });

    expect(opened.lists).toHaveLength(2);
    expect(currentList(opened)).toEqual({ ...twoLists().lists[0], slugs: ['debt', 'food'] });
  });

  test('makes a list that is held already the one worked on, wherever it was opened from', () => {
    for (const isFromElsewhere of [true, false]) {
      const opened = openList(twoLists(), aList(['garden']), { isFromElsewhere });
      expect(opened).toEqual({ ...twoLists(), current: 1 });
    }
  });

  test('becomes a list of its own in navigator mode, if it came from elsewhere', () => {
    const opened = openList(twoLists(), aList(['gym']), { isFromElsewhere: true });

    expect(opened.lists.slice(0, 2)).toEqual(twoLists().lists);
    expect(currentList(opened)).toEqual(aList(['gym']));
  });

  test('fills an empty list in navigator mode rather than begin another', () => {
    const held = aHeld({ mode: true }, [aList([], { name: 'bike' })]);
    const opened = openList(held, aList(['gym']), { isFromElsewhere: true });

    expect(opened.lists).toEqual([aList(['gym'], { name: 'bike' })]);
  });

  test('takes the place of the one list outside navigator mode, without its notes', () => {
    const held = aHeld({}, [aList(['food'], { notes: { food: 'Tuesdays' } })]);
    const opened = openList(held, aList(['food', 'gym']), { isFromElsewhere: true });

    expect(opened.lists).toEqual([aList(['food', 'gym'])]);
  });
});

test('a link that begins a list adds what is new to the list worked on, in the link’s order', () => {
  const list = aList(['food'], { name: 'bike', notes: { food: 'Tuesdays' } });
  const opened = currentList(openBegun(aHeld({}, [list]), ['gym', 'food', 'debt'], TODAY));

  expect(opened).toEqual({ ...list, slugs: ['food', 'gym', 'debt'] });
});

test('such a link takes nothing off a list that has its listing, nor from one that is full', () => {
  const full = Array.from({ length: 30 }, (_, index) => `food-${index}`);
  for (const list of [aList(['food', 'gym']), aList(full)]) {
    expect(openBegun(aHeld({}, [list]), ['gym'], TODAY)).toEqual(aHeld({}, [list]));
  }
});

test('a tab begins with one empty list, outside navigator mode', () => {
  const held = beginHeld(NOON);

  expect(held.mode).toBe(false);
  expect(held.lists).toEqual([{ name: '', slugs: [], made: '', notes: {} }]);
  expect(held.lastUsed).toBe(NOON);
});

test('a new list is the one worked on, and dropping it goes back to the one before', () => {
  const begun = appendList(aHeld({}, [aList(['food'])]), aList([], { name: 'bike' }));

  expect(currentList(begun).name).toBe('bike');
  expect(dropCurrent(begun)).toEqual(aHeld({}, [aList(['food'])]));
});

test('dropping the only list leaves an empty one', () => {
  const dropped = dropCurrent(aHeld({ mode: true }, [aList(['food'], { name: 'bike' })]));

  expect(dropped.lists).toEqual(beginHeld(NOON).lists);
  expect(dropped.mode).toBe(true);
});

test('dropping the first of several leads to the one that is first then', () => {
  const dropped = dropCurrent(aHeld({}, [aList(['food']), aList(['debt'])]));

  expect(dropped.lists).toEqual([aList(['debt'])]);
  expect(dropped.current).toBe(0);
});

test('navigator mode ends with the list worked on, and without nicknames', () => {
  const held = { ...aHeld({ mode: true }, [aList(['food']), aList(['debt'], { name: 'bike' })]) };
  const left = leaveMode({ ...held, current: 1 });

  expect(left).toEqual(aHeld({ mode: false }, [aList(['debt'])]));
});

describe('a listing is put on the list worked on', () => {
  test('and taken off again, with its note', () => {
    const held = aHeld({}, [aList(['food'], { notes: { food: 'Tuesdays' } })]);
    const added = toggleListing(held, 'debt', TODAY) as Held;

    expect(currentList(added)).toEqual(aList(['food', 'debt'], { notes: { food: 'Tuesdays' } }));
    expect(currentList(toggleListing(added, 'food', TODAY) as Held)).toEqual(aList(['debt']));
  });

  test('which is dated by its first listing', () => {
    const empty = aHeld({}, [aList([], { made: '2026-11-20' })]);
    const begun = aHeld({}, [aList(['food'], { made: '2026-11-20' })]);

    expect(currentList(toggleListing(empty, 'debt', TODAY) as Held).made).toBe(TODAY);
    expect(currentList(toggleListing(begun, 'debt', TODAY) as Held).made).toBe('2026-11-20');
  });

  test('while there is room', () => {
    const slugs = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);
    const toggled = (count: number) =>
      toggleListing(aHeld({}, [aList(slugs(count))]), 'debt', TODAY)?.lists[0]?.slugs.length;

    expect([toggled(28), toggled(29), toggled(30)]).toEqual([29, 30, undefined]);
  });
});

test('a change to the list worked on leaves the others', () => {
  const held = aHeld({}, [aList(['food']), aList(['debt'])]);

  expect(changeCurrent(held, { name: 'bike' }).lists).toEqual([
    aList(['food'], { name: 'bike' }),
    aList(['debt']),
  ]);
});

test('lists may lie idle for the minutes that were chosen, from the last press of a key', () => {
  const held = aHeld({ idleMinutes: 5 }, [aList([])]);

  expect(idleLeftMs(held, NOON + 299_999)).toBe(1);
  expect(idleLeftMs(held, NOON + 300_000)).toBe(0);
  expect(idleLeftMs(held, NOON + 300_001)).toBe(-1);
});

function aHeld(changes: Partial<Held>, lists: HeldList[]): Held {
  return { ...beginHeld(NOON), ...changes, lists };
}

function aList(slugs: string[], changes: Partial<HeldList> = {}): HeldList {
  return { name: '', slugs, made: TODAY, notes: {}, ...changes };
}
