// npm run content:links: asks each listing's website whether it is still there, politely, and says which are dead,
// parked, moved or have a bad certificate. What it finds is kept in links.json in DATA_DIR, for other programs and so
// that a run that was cut off goes on. "--again": asks for all anew. "--days 30": for those asked longer ago; 7 otherwise.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkWebsites,
  collectWebsites,
  type WebsiteResult,
} from '../src/directory/links/check-websites.ts';
import { formatWebsites } from '../src/directory/links/format-websites.ts';
import { createNetworkWatch } from '../src/directory/links/network-watch.ts';
import { formatProblem } from '../src/directory/reading/content-problem.ts';
import { parseDirectory } from '../src/directory/reading/parse-directory.ts';
import { now, today, wait } from '../src/platform/clock.ts';
import { parseConfig, readEnvironment } from '../src/platform/config.ts';
import { loadContentFiles } from '../src/platform/files/content-files.ts';
import { readTextFile } from '../src/platform/files/text-file.ts';
import { askWebsite } from '../src/platform/http/ask-website.ts';

const { values: options } = parseArgs({
  options: { again: { type: 'boolean', default: false }, days: { type: 'string', default: '7' } },
});
const { dataDir } = parseConfig(readEnvironment());
const file = join(dataDir, 'links.json');
const parsed = parseDirectory(loadContentFiles('content'), today());
if (parsed.ok) await check(collectWebsites(parsed.directory.listings));
else {
  for (const problem of parsed.problems) console.error(formatProblem(problem));
  process.exitCode = 1;
}

async function check(websites: ReturnType<typeof collectWebsites>): Promise<void> {
  const before = readResults();
  const found = new Map(before.map((result) => [result.website, result]));
  const network = createNetworkWatch();
  let asked = 0;
  const keepAll = (results: readonly WebsiteResult[]) => {
    for (const result of results) found.set(result.website, result);
    if (results.length > 0) write([...found.values()]);
  };
  const results = await checkWebsites(websites, {
    ask: askWebsite,
    now,
    wait,
    known: options.again ? [] : before,
    keepDays: Number(options.days),
    goesOn: () => !network.isLost(),
    keep: (result) => {
      asked += 1;
      keepAll(network.see(result));
      if (asked % 10 === 0) console.error(`  ${asked} asked, of ${websites.length} at most`);
    },
  });
  keepAll(network.rest());
  if (network.isLost()) {
    console.error(
      'No name is found any more: this machine seems to have no network. Run it again to go on.',
    );
    process.exitCode = 1;
    return;
  }
  write(results);
  console.log(formatWebsites(results));
  console.log(`${asked} asked just now. All of it is in ${file}.`);
}

function readResults(): WebsiteResult[] {
  const read = readTextFile(file);
  if ('fault' in read) return [];
  try {
    return (JSON.parse(read.text) as { results: WebsiteResult[] }).results;
  } catch {
    return [];
  }
}

function write(results: readonly WebsiteResult[]): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify({ results }, undefined, 1)}\n`);
  renameSync(`${file}.part`, file);
}
