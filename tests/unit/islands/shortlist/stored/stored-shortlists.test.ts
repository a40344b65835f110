import { describe, expect, test } from 'vitest';
import {
  addListings,
  appendShortlist,
  changeCurrent,
  currentShortlist,
  emptyShortlists,
  idleLeftMs,
  leaveNavigatorMode,
  openShortlist,
  parseStoredShortlists,
  removeCurrent,
  type StoredShortlist,
  type StoredShortlists,
  toggleListing,
} from '../../../../../src/islands/shortlist/stored/stored-shortlists.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = '2026-11-22';

describe('what a tab remembers', () => {
  test('is read back as it was written', () => {
    const stored = storedShortlists({ mode: true, idleMinutes: 5, madeBy: 'Sam' }, [
      aShortlist(['food', 'debt'], { name: 'blue scarf', notes: { food: 'Tuesdays' } }),
      aShortlist([]),
    ]);

    expect(parseStoredShortlists(JSON.stringify(stored), TODAY)).toEqual(stored);
  });

  test('is nothing where anything else was written', () => {
    const stored = storedShortlists({}, [aShortlist(['food'])]);
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
      ].map((changes) => JSON.stringify({ ...stored, ...changes })),
    ];

    expect(odd.map((text) => parseStoredShortlists(text, TODAY))).toEqual(odd.map(() => undefined));
  });

  test('holds only slugs that an address could hold, each once', () => {
    const text = JSON.stringify(
      storedShortlists({}, [aShortlist(['food', '<script>', 'food', 'a b', 'debt'])]),
    );

    expect(currentShortlist(parseStoredShortlists(text, TODAY) as StoredShortlists).slugs).toEqual([
      'food',
      'debt',
    ]);
  });
});

describe('the address of a list that is opened', () => {
  const twoLists = () =>
    storedShortlists({ mode: true }, [
      aShortlist(['food', 'debt'], { name: 'blue scarf', notes: { food: 'Tuesdays' } }),
      aShortlist(['garden'], { name: 'bike' }),
    ]);

  test('says what the list worked on is, which keeps its name and notes', () => {
    const opened = openShortlist(twoLists(), aShortlist(['debt', 'food']), {
      isFromElsewhere: false,
    });

    expect(opened.lists).toHaveLength(2);
    expect(currentShortlist(opened)).toEqual({ ...twoLists().lists[0], slugs: ['debt', 'food'] });
  });

  test('makes a list that is stored already the one worked on, wherever it was opened from', () => {
    for (const isFromElsewhere of [true, false]) {
      const opened = openShortlist(twoLists(), aShortlist(['garden']), { isFromElsewhere });
      expect(opened).toEqual({ ...twoLists(), current: 1 });
    }
  });

  test('becomes a list of its own in navigator mode, if it came from elsewhere', () => {
    const opened = openShortlist(twoLists(), aShortlist(['gym']), { isFromElsewhere: true });

    expect(opened.lists.slice(0, 2)).toEqual(twoLists().lists);
    expect(currentShortlist(opened)).toEqual(aShortlist(['gym']));
  });

  test('fills an empty list in navigator mode rather than begin another', () => {
    const stored = storedShortlists({ mode: true }, [aShortlist([], { name: 'bike' })]);
    const opened = openShortlist(stored, aShortlist(['gym']), { isFromElsewhere: true });

    expect(opened.lists).toEqual([aShortlist(['gym'], { name: 'bike' })]);
  });

  test('takes the place of the one list outside navigator mode, without its notes', () => {
    const stored = storedShortlists({}, [aShortlist(['food'], { notes: { food: 'Tuesdays' } })]);
    const opened = openShortlist(stored, aShortlist(['food', 'gym']), { isFromElsewhere: true });

    expect(opened.lists).toEqual([aShortlist(['food', 'gym'])]);
  });
});

test('a link that begins a list adds what is new to the list worked on, in the link’s order', () => {
  const list = aShortlist(['food'], { name: 'bike', notes: { food: 'Tuesdays' } });
  const opened = currentShortlist(
    addListings(storedShortlists({}, [list]), ['gym', 'food', 'debt'], TODAY),
  );

  expect(opened).toEqual({ ...list, slugs: ['food', 'gym', 'debt'] });
});

test('such a link takes nothing off a list that has its listing, nor from one that is full', () => {
  const full = Array.from({ length: 30 }, (_, index) => `food-${index}`);
  for (const list of [aShortlist(['food', 'gym']), aShortlist(full)]) {
    expect(addListings(storedShortlists({}, [list]), ['gym'], TODAY)).toEqual(
      storedShortlists({}, [list]),
    );
  }
});

test('a tab begins with one empty list, outside navigator mode', () => {
  const stored = emptyShortlists(NOON);

  expect(stored.mode).toBe(false);
  expect(stored.lists).toEqual([{ name: '', slugs: [], made: '', notes: {} }]);
  expect(stored.lastUsed).toBe(NOON);
});

test('a new list is the one worked on, and dropping it goes back to the one before', () => {
  const begun = appendShortlist(
    storedShortlists({}, [aShortlist(['food'])]),
    aShortlist([], { name: 'bike' }),
  );

  expect(currentShortlist(begun).name).toBe('bike');
  expect(removeCurrent(begun)).toEqual(storedShortlists({}, [aShortlist(['food'])]));
});

test('dropping the only list leaves an empty one', () => {
  const dropped = removeCurrent(
    storedShortlists({ mode: true }, [aShortlist(['food'], { name: 'bike' })]),
  );

  expect(dropped.lists).toEqual(emptyShortlists(NOON).lists);
  expect(dropped.mode).toBe(true);
});

test('dropping the first of several leads to the one that is first then', () => {
  const dropped = removeCurrent(storedShortlists({}, [aShortlist(['food']), aShortlist(['debt'])]));

  expect(dropped.lists).toEqual([aShortlist(['debt'])]);
  expect(dropped.current).toBe(0);
});

test('navigator mode ends with the list worked on, and without nicknames', () => {
  const stored = {
    ...storedShortlists({ mode: true }, [
      aShortlist(['food']),
      aShortlist(['debt'], { name: 'bike' }),
    ]),
  };
  const left = leaveNavigatorMode({ ...stored, current: 1 });

  expect(left).toEqual(storedShortlists({ mode: false }, [aShortlist(['debt'])]));
});

describe('a listing is put on the list worked on', () => {
  test('and taken off again, with its note', () => {
    const stored = storedShortlists({}, [aShortlist(['food'], { notes: { food: 'Tuesdays' } })]);
    const added = toggleListing(stored, 'debt', TODAY) as StoredShortlists;

    expect(currentShortlist(added)).toEqual(
      aShortlist(['food', 'debt'], { notes: { food: 'Tuesdays' } }),
    );
    expect(currentShortlist(toggleListing(added, 'food', TODAY) as StoredShortlists)).toEqual(
      aShortlist(['debt']),
    );
  });

  test('which is dated by its first listing', () => {
    const empty = storedShortlists({}, [aShortlist([], { made: '2026-11-20' })]);
    const begun = storedShortlists({}, [aShortlist(['food'], { made: '2026-11-20' })]);

    expect(currentShortlist(toggleListing(empty, 'debt', TODAY) as StoredShortlists).made).toBe(
      TODAY,
    );
    expect(currentShortlist(toggleListing(begun, 'debt', TODAY) as StoredShortlists).made).toBe(
      '2026-11-20',
    );
  });

  test('while there is room', () => {
    const slugs = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);
    const toggled = (count: number) =>
      toggleListing(storedShortlists({}, [aShortlist(slugs(count))]), 'debt', TODAY)?.lists[0]
        ?.slugs.length;

    expect([toggled(28), toggled(29), toggled(30)]).toEqual([29, 30, undefined]);
  });
});

test('a change to the list worked on leaves the others', () => {
  const stored = storedShortlists({}, [aShortlist(['food']), aShortlist(['debt'])]);

  expect(changeCurrent(stored, { name: 'bike' }).lists).toEqual([
    aShortlist(['food'], { name: 'bike' }),
    aShortlist(['debt']),
  ]);
});

test('lists may lie idle for the minutes that were chosen, from the last press of a key', () => {
  const stored = storedShortlists({ idleMinutes: 5 }, [aShortlist([])]);

  expect(idleLeftMs(stored, NOON + 299_999)).toBe(1);
  expect(idleLeftMs(stored, NOON + 300_000)).toBe(0);
  expect(idleLeftMs(stored, NOON + 300_001)).toBe(-1);
});

function storedShortlists(
  changes: Partial<StoredShortlists>,
  lists: StoredShortlist[],
): StoredShortlists {
  return { ...emptyShortlists(NOON), ...changes, lists };
}

function aShortlist(slugs: string[], changes: Partial<StoredShortlist> = {}): StoredShortlist {
  return { name: '', slugs, made: TODAY, notes: {}, ...changes };
}
