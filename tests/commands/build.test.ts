/** `npm run build` as a whole, in a copy of the project, while a server serves the build before. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorkingCopy } from '../support/machine/a-working-copy.ts';
import { outsideNpm } from '../support/machine/outside-npm.ts';
import { buildFolder } from '../support/site/build-folder.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

const EARLIER = '20200501T100000Z';
const LISTING = 'content/organisations/elatt.yaml';
const PAGE = '/organisations/elatt/';

const copy = aWorkingCopy();
const builds = join(copy.folder, 'dist.builds');
const listing = copy.read(LISTING);
let site: Awaited<ReturnType<typeof startBuiltSite>>;

beforeAll(async () => {
  // The build of this run stands for one that was made before.
  mkdirSync(builds);
  symlinkSync(resolve(buildFolder), join(builds, EARLIER));
  symlinkSync(`dist.builds/${EARLIER}`, join(copy.folder, 'dist'));
  site = await startBuiltSite({ OUT_DIR: 'dist' }, copy.folder);
});
afterAll(async () => {
  await site?.stop();
  copy.discard();
});

const inPlace = () => readlinkSync(join(copy.folder, 'dist')).replace('dist.builds/', '');
const phoneOf = (number: string) => listing.replace(/phone: .*/, `phone: "020 7946 ${number}"`);

test.each([
  ['content that has a mistake', LISTING, 'name: [', 'Checking the content', 'elatt.yaml'],
  [
    'a page that cannot be made',
    'src/pages/new.astro',
    '<p>{none()}</p>',
    'Making the pages',
    'none',
  ],
])(
  '%s ends the build, which says so and changes nothing',
  async (_, path, text, step, told) => {
    const before = existsSync(join(copy.folder, path)) ? copy.read(path) : '---\n---\n';
    copy.write(path, text);
    const { code, output } = await aBuild().ended;
    copy.write(path, before);

    expect(code).toBe(1);
    expect(output).toContain(told);
    expect(output).toMatch(new RegExp(`The build failed at "${step}.*nothing that is served has`));
    expect(inPlace()).toBe(EARLIER);
    expect(readdirSync(builds)).toEqual([EARLIER]);
    expect((await site.get('/')).status).toBe(200);
  },
  900_000,
);

test('a build is made of what was there when it began, and no request to the server fails', async () => {
  copy.write(LISTING, phoneOf('0001'));
  const build = aBuild();
  const asked = keepAsking();
  await build.says('Making the pages');
  copy.write(LISTING, phoneOf('0002'));
  copy.write('content/locales/bn/home.json', '{ "half": ');
  const { code, output } = await build.ended;
  const answers = await asked.stop();

  expect([code, output]).toEqual([0, expect.stringMatching(/In place in dist\/: \S+, after 2020/)]);
  expect(answers.length).toBeGreaterThan(50);
  expect(answers.filter((answer) => answer !== 200)).toEqual([]);
  expect(readdirSync(builds).toSorted()).toEqual([EARLIER, inPlace()]);
  const made = (path: string) => readFileSync(join(copy.folder, 'dist', path), 'utf8');
  expect(made(`client${PAGE}index.html`)).toContain('020 7946 0001');
  expect(made(`sources/${LISTING}`)).toContain('0001');
  // The server goes on with the build that it started with.
  expect(await (await site.get(PAGE)).text()).not.toContain('020 7946 0001');
  await site.stop();
  site = await startBuiltSite({ OUT_DIR: 'dist' }, copy.folder);
  expect(await (await site.get(PAGE)).text()).toContain('020 7946 0001');
}, 1_200_000);

test('and one goes back to the build before it', async () => {
  const made = inPlace();
  const { code, output } = await aBuild('--back').ended;

  expect([code, output]).toEqual([0, expect.stringContaining(`${EARLIER}, after ${made}`)]);
  expect(inPlace()).toBe(EARLIER);
});

function aBuild(...words: string[]) {
  const child = spawn(process.execPath, ['scripts/build.ts', ...words], {
    cwd: copy.folder,
    env: { ...outsideNpm(), OUT_DIR: '', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return {
    ended,
    async says(text: string) {
      while (!output.includes(text) && child.exitCode === null) {
        await Promise.race([once(child.stdout, 'data'), ended]);
      }
    },
  };
}

/** Asks the server for pages, one after another, until told to stop; resolves to the answers' statuses. */
function keepAsking() {
  const answers: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      for (const path of ['/', PAGE, '/bn/', '/refer/', '/search/?q=food']) {
        answers.push((await site.get(path)).status);
      }
    }
  })();
  return {
    async stop() {
      isOver = true;
      await asking;
      return answers;
    },
  };
}
