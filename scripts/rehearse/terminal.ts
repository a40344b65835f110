import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';

const EDITOR = '/run/rehearsal-editor';
const WHERE = '/run/rehearsal-where';
const PATH = '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** One terminal of an operator: it stays in the folder that it was led to. `variables`: what is typed in it first. */
export function openTerminal(variables: string) {
  writeFileSync(WHERE, '/\n');

  /** Runs commands one after the other up to the first that fails. */
  async function tryShell(script: string): Promise<{ code: number; written: string }> {
    // Of npm's and Node's settings for the rehearsal itself an operator has none.
    const own = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE/.test(name));
    const child = spawn(
      'bash',
      ['-e', '-o', 'pipefail', '-c', `trap 'pwd > ${WHERE}' EXIT\n${variables}\n${script}`],
      {
        cwd: readFileSync(WHERE, 'utf8').trim(),
        env: { ...Object.fromEntries(own), EDITOR, PATH },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let written = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        written += text;
      });
    }
    const [code] = await once(child, 'close');
    return { code: code ?? -1, written };
  }

  return {
    tryShell,
    /** Resolves to all that was written; throws it if a command fails. */
    async shell(script: string): Promise<string> {
      const { code, written } = await tryShell(script);
      if (code !== 0) throw new Error(`These commands ended with ${code}:\n${script}\n${written}`);
      return written;
    },
    /** What the operator writes when an editor opens: a shell script that gets the files. */
    typesInEditor(script: string): void {
      writeFileSync(EDITOR, `#!/bin/sh -e\n${script}\n`);
      chmodSync(EDITOR, 0o755);
    },
  };
}
