import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { aContentRepository } from '../../support/directory/a-content-repository.ts';
import { listingFields } from '../../support/directory/content.ts';

test('npm run content:links tells of each website once, and keeps what it found for the next run', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === '/gone' ? 404 : 200).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const listing = (name: string, path: string) =>
    listingFields({ name, description: `You can come to ${name}.`, website: origin + path });
  const editors = aContentRepository({
    'organisations/bow-lunch-club.yaml': listing('Bow Lunch Club', '/gone'),
    'organisations/tea.yaml': listing('Tea', '/'),
  });
  const run = () =>
    promisify(execFile)(process.execPath, [resolve('scripts/check-links.ts')], {
      cwd: editors.folder,
      env: { ...process.env, DATA_DIR: 'data' },
    });

  const first = await run();
  expect(first.stdout).toContain(`${origin}/gone: answered 404\n    bow-lunch-club`);
  expect(first.stdout).toContain('2 websites: 1 work.\n2 asked just now.');
  expect(asked.toSorted()).toEqual(['GET /', 'GET /gone', 'HEAD /', 'HEAD /gone']);

  const second = await run();
  expect(second.stdout).toContain('2 websites: 1 work.\n0 asked just now.');
  expect(asked).toHaveLength(4);
  const kept = JSON.parse(readFileSync(join(editors.folder, 'data', 'links.json'), 'utf8'));
  expect(kept.results).toMatchObject([
    { listings: ['bow-lunch-club'], verdict: 'dead', detail: 'answered 404' },
    { listings: ['tea'], verdict: 'works' },
  ]);
});
