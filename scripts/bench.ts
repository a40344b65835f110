// Measures what visitors and editors wait for, and prints it beside what was hoped for:
//   npm run bench                  everything (some minutes)
//   npm run bench -- pages search  only these: pages, search, data, scale, build, referral,
//                                 attacks (what a cheap program can do without a proxy)
// Figures of time hold for a quiet machine; look at them again before believing a miss.
import { existsSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { startBuiltSite } from '../tests/support/site/built-site.ts';
import { measureAttacks } from './bench/attacks.ts';
import { measureBuildCost } from './bench/build-cost.ts';
import { measureCrisisWords } from './bench/crisis-words.ts';
import { measureOpenData } from './bench/open-data.ts';
import { measureReferrals } from './bench/referrals.ts';
import { measureSearchAtScale } from './bench/search-at-scale.ts';
import { measureSearchOverHttp } from './bench/search-over-http.ts';
import { printTable, type Section } from './bench/table.ts';

const known = ['pages', 'search', 'data', 'scale', 'build', 'referral', 'attacks'];
const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !known.includes(part));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(1);
}
const wants = (part: string) => asked.length === 0 || asked.includes(part);

const sections: Section[] = [];
if (['pages', 'search', 'data', 'referral', 'attacks'].some(wants)) {
  if (!existsSync('dist/server/entry.mjs')) {
    console.error('There is no built site to measure. Run "npm run build" first.');
    process.exit(1);
  }
}
if (['pages', 'search', 'data'].some(wants)) {
  const site = await startBuiltSite({ LOG_LEVEL: 'error' });
  if (!site.origin) throw new Error(site.log());
  if (wants('pages')) {
    // They read dist/ when they are loaded.
    const { measurePageWeights } = await import('./bench/page-weights.ts');
    const { measurePaint } = await import('./bench/paint.ts');
    sections.push(await measurePageWeights(site), await measurePaint(site.origin));
  }
  if (wants('search')) sections.push(await measureSearchOverHttp(site), measureCrisisWords());
  if (wants('data')) sections.push(await measureOpenData(site));
  await site.stop();
}
if (wants('scale')) sections.push(await measureSearchAtScale());
if (wants('referral')) sections.push(...(await measureReferrals()));
if (wants('attacks')) sections.push(await measureAttacks());
if (wants('build')) sections.push(await measureBuildCost());

printTable(sections);
console.log(
  `\nNode ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`,
);
