import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseRefused } from '../database-refused.ts';
import { writeNewFile } from '../files/new-file.ts';

const LONGEST_REASON = 500;

/**
 * Copies the database to a new file by pg_dump, as it is at one moment. Only we can read it. Rejects with
 * a DatabaseRefused that says why not.
 */
export async function backUpPostgres(databaseUrl: string, to: string): Promise<void> {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  // Others on the machine can read a program's arguments, and not its environment.
  url.password = '';
  await writeNewFile(to, async (draft) => {
    const dump = spawn('pg_dump', ['--format=custom', `--file=${draft}`, `--dbname=${url.href}`], {
      env: { ...process.env, LC_ALL: 'C', ...(password ? { PGPASSWORD: password } : {}) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    dump.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    const [code] = await once(dump, 'close').catch((error) => {
      throw new DatabaseRefused(
        `pg_dump does not run here (${error.code ?? 'unknown'}). Install the client programs of PostgreSQL, of its server's version.`,
      );
    });
    if (code !== 0) {
      throw new DatabaseRefused(
        `pg_dump ended with ${code}: ${said.trim().slice(0, LONGEST_REASON)}`,
      );
    }
  });
}
