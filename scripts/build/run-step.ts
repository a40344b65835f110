import { spawn } from 'node:child_process';
import { once } from 'node:events';

// Of a long output, what tells why it ended.
const SHOWN_LINES = 60;

/** Runs a script with the project's Node; rejects with what it wrote if it fails. `shows`: its output is told when it succeeds. */
export async function runStep(
  script: readonly string[],
  { cwd, env, shows }: { cwd: string; env: NodeJS.ProcessEnv; shows?: (text: string) => void },
): Promise<void> {
  const child = spawn(process.execPath, [...script], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
  }
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const [code, signal] = await once(child, 'close');
  process.off('exit', end);
  if (code === 0) {
    if (written.trim()) shows?.(written.trimEnd());
    return;
  }
  const lines = written.trimEnd().split('\n');
  const cut = lines.length > SHOWN_LINES ? ['…', ...lines.slice(-SHOWN_LINES)] : lines;
  throw new Error([...cut, ...(signal ? [`It was ended by ${signal}.`] : [])].join('\n').trim());
}
