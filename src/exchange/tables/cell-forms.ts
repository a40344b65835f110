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

interface Session {
  days: string[];
  opens: string;
  closes: string;
  what?: string;
}

/** 'mon, wed 10:00-12:30 Chair yoga | fri 09:00-10:00' */
export const sessionsForm: CellForm = {
  write: (value) =>
    joinEntries(
      (value as Session[]).map(({ days, opens, closes, what }) =>
        [days.join(', '), `${opens}-${closes}`, what].filter(Boolean).join(' '),
      ),
    ),
  read: (cell) =>
    splitEntries(cell).map((entry) => {
      const [, days, opens, closes, what] = SESSION.exec(entry) ?? [];
      if (!days || !opens || !closes) return entry;
      const session = {
        days: days
          .toLowerCase()
          .split(/[\s,]+/)
          .filter(Boolean),
        opens: opens.padStart(5, '0'),
        closes: closes.padStart(5, '0'),
      };
      return what ? { ...session, what } : session;
    }),
};

const SESSION = /^([a-z,\s]+?)\s+(\d?\d:\d\d)\s*[-–]\s*(\d?\d:\d\d)(?:\s+(.+))?$/i;

interface Check {
  date: string;
  method: string;
  facts: string[];
}

/** '2026-11-20 phone: phone, hours' */
export const checksForm: CellForm = {
  write: (value) =>
    joinEntries(
      (value as Check[]).map(({ date, method, facts }) => `${date} ${method}: ${facts.join(', ')}`),
    ),
  read: (cell) =>
    splitEntries(cell).map((entry) => {
      const [, date, method, facts] = /^(\S+)\s+([\w-]+)\s*:\s*(.+)$/.exec(entry) ?? [];
      if (!date || !method || !facts) return entry;
      return { date, method, facts: facts.split(/[\s,]+/).filter(Boolean) };
    }),
};

function joinEntries(entries: readonly string[]): string {
  return entries.map((entry) => entry.replace(/[\\|]/g, '\\$&')).join(' | ');
}

function splitEntries(cell: string): string[] {
  return (cell.match(/(?:\\.|[^\\|])+/gs) ?? [])
    .map((entry) => entry.replace(/\\(.)/gs, '$1').trim())
    .filter(Boolean);
}
