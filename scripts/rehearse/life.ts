// The steps of a site's life, one after the other; a table of what was seen. Run by machine.sh, inside.

import type { Step } from './step.ts';
import { beginning } from './steps/beginning.ts';
import { changes } from './steps/changes.ts';
import { disasters } from './steps/disasters.ts';
import { ending } from './steps/ending.ts';
import { createWorld, substitutions } from './world.ts';

const steps: readonly Step[] = [...beginning, ...changes, ...disasters, ...ending];
const rows: { step: string; seen: string; seconds: number }[] = [];

const world = await createWorld(process.cwd());
let failed = false;
for (const { name, run } of steps) {
  const begun = performance.now();
  console.log(`… ${name}`);
  let seen: string;
  try {
    seen = await run(world);
  } catch (fault) {
    failed = true;
    seen = `FAILED: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
  rows.push({ step: name, seen, seconds: Math.round((performance.now() - begun) / 100) / 10 });
  console.log(`  ${seen}`);
  // What comes after stands on what came before.
  if (failed) break;
}
console.log('\nSubstitutions in the commands of the guide:');
for (const { what, why } of substitutions) console.log(`- ${what}: ${why}`);
console.log(`\n| step | seen | seconds |\n| --- | --- | --- |`);
for (const { step, seen, seconds } of rows)
  console.log(`| ${step} | ${seen.split('\n')[0]} | ${seconds} |`);
process.exit(failed ? 1 : 0);
