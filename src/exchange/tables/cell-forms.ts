import { isSame } from '../../directory/editing/is-same.ts';

/** How a value of a listing stands in one cell of a table. What `read` cannot make out stays a text, for the check to name. */
export interface CellForm {
  write: (value: unknown) => string;
  read: (cell: string) => unknown;
}

export const textForm: CellForm = { write: (value) => String(value), read: (cell) => cell };

/** 'food | loneliness'; a bar within an entry has a backslash before it. */
export const listForm: CellForm = {
  write: (value) => joinEntries((value as unknown[]).map(String)),
  read: splitEntries,
};

/** Entries with fields of their own, as JSON: for those that have no form in words. */
export const entriesForm = formOfEntries(
  () => '',
  () => undefined,
);

/** 'mon, wed 10:00-12:30 Chair yoga | fri 09:00-10:00' */
export const sessionsForm = formOfEntries(
  ({ days, opens, closes, what }) =>
    [[days].flat().join(', '), `${opens}-${closes}`, what].filter(Boolean).join(' '),
  (entry) => {
    const [, days, opens, closes, what] = SESSION.exec(entry) ?? [];
    if (!days || !opens || !closes) return undefined;
    const session = {
      days: splitWords(days.toLowerCase()),
      opens: opens.padStart(5, '0'),
      closes: closes.padStart(5, '0'),
    };
    return what ? { ...session, what } : session;
  },
);

const SESSION = /^([a-z,\s]+?)\s+(\d?\d:\d\d)\s*[-–]\s*(\d?\d:\d\d)(?:\s+(.+))?$/i;

/** '2026-11-20 phone: phone, hours' */
export const checksForm = formOfEntries(
  ({ date, method, facts }) => `${date} ${method}: ${[facts].flat().join(', ')}`,
  (entry) => {
    const [, date, method, facts] = /^(\S+)\s+([\w-]+)\s*:\s*(.+)$/.exec(entry) ?? [];
    if (!date || !method || !facts) return undefined;
    return { date, method, facts: splitWords(facts) };
  },
);

type Entry = Readonly<Record<string, unknown>>;

/** An entry that says more than its form in words can is written as JSON. */
function formOfEntries(
  write: (entry: Entry) => string,
  read: (text: string) => Entry | undefined,
): CellForm {
  return {
    write: (value) =>
      joinEntries(
        (value as Entry[]).map((entry) => {
          const words = write(entry);
          return isSame(read(words), entry) ? words : JSON.stringify(entry);
        }),
      ),
    read: (cell) => splitEntries(cell).map((text) => readJson(text) ?? read(text) ?? text),
  };
}

function readJson(text: string): unknown {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function splitWords(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function joinEntries(entries: readonly string[]): string {
  return entries.map((entry) => entry.replace(/[\\|]/g, '\\$&')).join(' | ');
}

function splitEntries(cell: string): string[] {
  return (cell.match(/(?:\\.|[^\\|])+/gs) ?? [])
    .map((entry) => entry.replace(/\\(.)/gs, '$1').trim())
    .filter(Boolean);
}
