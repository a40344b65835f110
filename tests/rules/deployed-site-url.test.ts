// That docs/deploy/ and the guides give the build and the server one SITE_URL; compose.yaml: deploy.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { expect, test } from 'vitest';
import { findMissingInProduction } from '../../src/platform/config.ts';

const read = (name: string) => readFileSync(join('docs/deploy', name), 'utf8');
const guide = readFileSync('docs/run-the-site.md', 'utf8');

test('the image is built as for production, and serves with the SITE_URL that it was built for', () => {
  const [build = '', serve = ''] = read('Dockerfile')
    .split(/^FROM .*$/m)
    .slice(1);
  expect(build).toMatch(
    /^ARG SITE_URL\nRUN NODE_ENV=production SITE_URL="\$SITE_URL" npm run build/m,
  );
  expect(serve).toMatch(/^ARG SITE_URL\nENV SITE_URL=\$SITE_URL$/m);
});

test('the site as a unit reads SITE_URL where its build does, and lacks nothing of the rest', () => {
  const unit = read('directory-site.service');
  const folder = /^WorkingDirectory=(.*)$/m.exec(unit)?.[1] ?? '';
  // What the documentation says goes into site.env, and what the unit sets itself.
  const secrets = [...guide.matchAll(/^\| (`[A-Z_]{3,}`.*?) \| .* \|$/gm)].flatMap(
    ([, names = '']) => names.match(/[A-Z_]{3,}/g) ?? [],
  );
  const set = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = '']) =>
    line.split(' '),
  );
  const environment = Object.fromEntries([
    ...secrets.map((name) => [name, 'secret']),
    ...set.map((each) => each.split('=')),
  ]);

  expect(unit).toContain(`--env-file=${folder}/.env --env-file=%d/site.env scripts/serve.ts`);
  expect(guide).toContain(`cd ${folder}\n`);
  expect(guide).toContain('echo "SITE_URL=https://$SITE" | sudo -u directory-build tee .env');
  expect(environment).toMatchObject({ NODE_ENV: 'production' });
  expect(environment).not.toHaveProperty('SITE_URL');
  expect(findMissingInProduction(environment)).toEqual([]);
});

test.each(['set-up-mail.md', 'run-referrals.md', 'run-meilisearch.md', 'run-the-site.md'])(
  'whoever follows docs/%s sets SITE_URL, builds for production with it, and only then starts',
  (name) => {
    const guide = readFileSync(join('docs', name), 'utf8');
    const steps = ['SITE_URL=https://', 'NODE_ENV=production npm run build'].map((step) =>
      guide.indexOf(step),
    );
    const starts = guide.search(/`npm run serve`|systemctl enable --now/);

    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect([...steps, starts]).toEqual([...steps, starts].toSorted((one, other) => one - other));
  },
);
