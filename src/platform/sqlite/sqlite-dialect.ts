import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { SqliteDialect, type SqliteStatement } from 'kysely';

// Our statements differ only in how many values a list holds.
const MAX_STATEMENTS = 200;

/** node:sqlite as Kysely's SQLite dialect expects a database. `current` may change: a file reopened. */
export function createSqliteDialect(current: () => DatabaseSync): SqliteDialect {
  let preparedFor: DatabaseSync | undefined;
  const prepared = new Map<string, SqliteStatement>();
  return new SqliteDialect({
    database: {
      prepare(sql) {
        const database = current();
        if (database !== preparedFor || prepared.size > MAX_STATEMENTS) prepared.clear();
        preparedFor = database;
        const known = prepared.get(sql);
        if (known) return known;
        const statement = toKyselyStatement(database.prepare(sql));
        prepared.set(sql, statement);
        return statement;
      },
      // Whoever opened the file closes it.
      close: () => undefined,
    },
  });
}

function toKyselyStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
