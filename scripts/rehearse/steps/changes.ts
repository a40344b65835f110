import { readFileSync } from 'node:fs';
import { visitSteadily } from '../../../tests/support/site/steady-visitors.ts';
import { expectSame, expectWords, type Step } from '../step.ts';
import { REPOSITORY, SITE, type World } from '../world.ts';

const LISTING = 'content/organisations/aasha-gang-mediation-project.yaml';
const PAGE = '/organisations/aasha-gang-mediation-project/';
const BEFORE = 'get out of fights, gangs or drug dealing';
const AFTER = 'get out of gangs, fights or drug dealing';

/** What changes week by week: content, a slip, a newer version, and back. */
export const changes: readonly Step[] = [
  { name: 'edit, build and restart under visitors', run: edit },
  { name: 'a build that fails', run: failBuild },
  { name: 'update to a newer version', run: update },
  { name: 'go back to the build before', run: goBack },
];

async function edit(world: World): Promise<string> {
  const { shell, guide, ask } = world;
  expectWords('the listing', (await ask(PAGE)).text, BEFORE);
  await shell(`git clone --quiet ${REPOSITORY} /home/editor`);
  await push(world, `sed -i 's/${BEFORE}/${AFTER}/' ${LISTING}`, 'Put gangs first');
  const crowd = visitSteadily({
    origin: `https://${SITE}`,
    ca: readFileSync('/run/caddy/.local/share/caddy/pki/authorities/local/root.crt', 'utf8'),
    visitors: 4,
    pauseMs: 50,
  });
  await shell(guide('Change the content', 'content:check'));
  await world.health();
  const { asked, failures, longestMs } = await crowd.stop();
  expectSame('the list of failed requests', failures, []);
  expectWords('the listing', (await ask(PAGE)).text, AFTER);
  return `new words are shown; ${asked} requests meanwhile, 0 failed, longest wait ${(longestMs / 1000).toFixed(1)} s`;
}

async function failBuild(world: World): Promise<string> {
  const { shell, tryShell, guide, ask } = world;
  await push(world, `sed -i 's/^cost: free$/cost: fre/' ${LISTING}`, 'Slip');
  const { code, written } = await tryShell(guide('Change the content', 'content:check'));
  if (code === 0) throw new Error('The commands went through with a slip in the content.');
  expectWords('what was told', written, 'cost');
  const build = await tryShell(
    'cd /opt/directory && sudo -u directory-build -H env NODE_ENV=production npm run build',
  );
  if (build.code === 0) throw new Error('A build went through with a slip in the content.');
  expectWords('the listing', (await ask(PAGE)).text, AFTER);
  await shell('sudo systemctl restart directory-site');
  expectWords('the listing after a restart', (await ask(PAGE)).text, AFTER);
  await world.refer();
  await push(world, `sed -i 's/^cost: fre$/cost: free/' ${LISTING}`, 'Mend the slip');
  return 'told by file and field; pages and the form as before, also after a restart';
}

async function update(world: World): Promise<string> {
  const { shell, guide, ask } = world;
  await push(world, `sed -i 's/${AFTER}/${BEFORE}/' ${LISTING}`, 'Put fights first again');
  const commit = (await shell(`git -C /home/editor rev-parse HEAD`)).trim();
  await shell(guide('Update', 'git pull'));
  const told = await shell(guide('Update', 'systemctl restart'));
  expectWords('/health', told, '"status":"ok"');
  expectWords('the listing', (await ask(PAGE)).text, BEFORE);
  expectWords('the log', world.journal(), commit.slice(0, 7));
  return `backed up, built, restarted as ${commit.slice(0, 7)}; /health ok`;
}

async function goBack({ shell, guide, ask }: World): Promise<string> {
  const told = await shell(guide('Go back', '--back'));
  expectWords('the listing', (await ask(PAGE)).text, AFTER);
  return `the words of the build before (${told.trim().split('\n').at(-1)})`;
}

/** What an editor does in a clone of their own. */
async function push({ shell }: World, change: string, subject: string): Promise<void> {
  await shell(
    `cd /home/editor && ${change} && git commit --quiet -am '${subject}' && git push --quiet`,
  );
}
