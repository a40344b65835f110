// How well search answers, and why:
//   npm run relevance                        the exam
//   npm run relevance -- --explain "QUERY"   why the first ten stand in their order (a language after it: bn, so)
//   npm run relevance -- --ablate            what each feature of the ranking is worth (some minutes)
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const [option, query = '', lang = 'en'] = process.argv.slice(2);
switch (option) {
  case '--explain': {
    const { explain } = await import('./relevance/explain.ts');
    console.log(await explain(query, lang));
    break;
  }
  case '--ablate': {
    const { ablate } = await import('./relevance/ablate.ts');
    await ablate((line) => console.log(line));
    break;
  }
  default:
    process.exitCode = runExam(process.argv.slice(2));
}

function runExam(args: readonly string[]): number {
  const vitest = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
    'vitest.mjs',
  );
  const exams = ['relevance', 'graded-exam', 'crisis-exam'].map(
    (name) => `tests/content/${name}.test.ts`,
  );
  const exam = ['run', ...exams];
  const { status } = spawnSync(process.execPath, [vitest, ...exam, ...args], { stdio: 'inherit' });
  return status ?? 1;
}
