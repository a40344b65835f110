import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { contentFolder } from './content.ts';

const identity = ['-c', 'user.name=An Editor', '-c', 'user.email=editor@example.org'];

/** The small content folder without fault, as files in a git repository of its own, and our commands in it. */
export function aContentRepository(changes: Record<string, unknown> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, data: unknown) => {
    const file = join(folder, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof data === 'string' ? data : stringify(data));
  };
  const run = (program: string, args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };
  const git = (...args: string[]) => run('git', [...identity, ...args]);
  const script = (name: string, ...args: string[]) =>
    run(process.execPath, [resolve('scripts', name), ...args]);
  for (const { path, text } of contentFolder(changes).files) write(path, text);
  git('init', '--initial-branch=main');
  return {
    write,
    read: (path: string) => readFileSync(join(folder, 'content', path), 'utf8'),
    remove: (path: string) => rmSync(join(folder, 'content', path)),
    git,
    commit: (words: string) => [git('add', '--all'), git('commit', '--message', words)],
    folder,
    /** Runs a script of ours there: 'note-changes.ts'. */
    script,
    /** Runs npm run content:note there. */
    note: (...args: string[]) => script('note-changes.ts', ...args),
  };
}
