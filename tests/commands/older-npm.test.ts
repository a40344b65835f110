/** The project installed as on a bare machine, by the npm that Node 20 ships with. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAtLeast, needed } from '../../scripts/bootstrap/node-needed.cjs';
import { packageName } from '../support/machine/a-bare-machine.ts';
import { aClone } from '../support/machine/a-clone.ts';

// To end what hangs: a busy machine with nothing in npm's cache may take minutes.
const LIMIT_MS = 900_000;
// Nothing listens there, so whoever asks npm for a package is refused.
const NO_REGISTRY = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: '/dev/null' };

test.skipIf(packageName === undefined)(
  'npm 10.8.2 on Node 20 installs once, and npm scripts get a Node that runs the project',
  (context) => {
    const clone = aClone({ node: '20', npm: '10.8.2' });
    if (!clone) return context.skip('npm 10.8.2 and Node 20 cannot be had from the registry');

    expect(clone.npm(['run', '--silent', 'bootstrap'])).toMatchObject({ status: 0 });
    const version = clone.npm(['exec', '--call', 'node --version']).output.trim().slice(1);
    expect(isAtLeast(version, needed)).toBe(true);
    expect(clone.npm(['run', '--silent', 'content:check'])).toMatchObject({ status: 0 });

    const link = join(clone.folder, 'node_modules/.bin/node');
    rmSync(link);
    const second = clone.npm(['run', '--silent', 'bootstrap'], NO_REGISTRY);
    expect(second).toEqual({ status: 0, output: '' });
    expect(existsSync(link)).toBe(true);
  },
  LIMIT_MS,
);

test.skipIf(packageName === undefined)(
  'a Node too old to begin with says so in one line, and installs nothing',
  (context) => {
    const clone = aClone({ node: '14', npm: '6' });
    if (!clone) return context.skip('npm 6 and Node 14 cannot be had from the registry');

    const { status, output } = clone.npm(['run', '--silent', 'bootstrap']);
    expect(status).not.toBe(0);
    expect(output).toMatch(/^This is Node 14\.\S+, and 20 or later is needed: .*\n$/);
    expect(existsSync(join(clone.folder, 'node_modules'))).toBe(false);
  },
  LIMIT_MS,
);
