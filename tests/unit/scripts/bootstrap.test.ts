/** What `npm run bootstrap` does, with a made-up npm; tests/commands/ has real ones. */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aBareMachine, aNode, packageName } from '../../support/machine/a-bare-machine.ts';

describe.skipIf(packageName === undefined)('installing', () => {
  test('gives npm scripts the Node of the package where npm has not linked it', () => {
    const machine = aBareMachine({ own: '20.19.0', packaged: aNode('24.21.0') });

    expect(machine.run().status).toBe(0);
    expect(machine.scriptNode()).toBe('v24.21.0');
  });

  test('happens once: the second time nothing is asked of npm, and nothing is said', () => {
    const machine = aBareMachine();
    machine.run();

    expect(machine.run()).toMatchObject({ status: 0, output: '' });
    expect(machine.npmRuns()).toHaveLength(1);
  });

  test('happens again once the lock file has changed', () => {
    const machine = aBareMachine();
    machine.run();
    writeFileSync(join(machine.folder, 'package-lock.json'), '{}');

    expect(machine.run().status).toBe(0);
    expect(machine.npmRuns()).toHaveLength(2);
  });

  test('that npm could not finish ends in failure, and is begun anew at the next start', () => {
    const machine = aBareMachine();

    const first = machine.run({ npmEnds: 7 });
    expect(first.status).toBe(7);
    expect(first.errors).toMatch(/^npm could not install the packages\..*\n$/);
    expect(machine.run().status).toBe(0);
    expect(machine.npmRuns()).toHaveLength(2);
  });

  test('that npm calls a success without having finished it is a failure', () => {
    const machine = aBareMachine({ own: '22.19.0' });

    const first = machine.run({ npmEnds: 'early' });
    expect(first.status).toBe(1);
    expect(first.errors).toMatch(/^npm could not install the packages\..*\n$/);
    expect(machine.run().status).toBe(0);
    expect(machine.npmRuns()).toHaveLength(2);
  });

  test.each([7, 'early', 'killed'] as const)(
    'anew that ends in the middle (%s) leaves what was there, which can start what is served',
    (npmEnds) => {
      const machine = aBareMachine();
      machine.run();
      writeFileSync(join(machine.folder, 'package-lock.json'), '{}');
      const before = readdirSync(machine.folder).toSorted();

      expect(machine.run({ npmEnds }).status).not.toBe(0);
      expect(machine.seenByNpm()).toBe('v24.21.0');
      expect(machine.scriptNode()).toBe('v24.21.0');

      expect(machine.run().status).toBe(0);
      expect(readdirSync(machine.folder).toSorted()).toEqual(before);
    },
  );

  test('that was cut off as it put things in place is put right by the next start', () => {
    const machine = aBareMachine();
    machine.run();
    const at = (name: string) => join(machine.folder, name);
    mkdirSync(at('.packages'));
    renameSync(at('node_modules'), at('.packages/before'));

    expect(machine.run()).toMatchObject({ status: 0, output: '' });
    expect(machine.scriptNode()).toBe('v24.21.0');
    expect(machine.npmRuns()).toHaveLength(1);
  });

  test('links the Node again, without npm, where the link has been lost', () => {
    const machine = aBareMachine();
    machine.run();
    rmSync(join(machine.folder, 'node_modules/.bin'), { recursive: true });

    expect(machine.run()).toMatchObject({ status: 0, output: '' });
    expect(machine.scriptNode()).toBe('v24.21.0');
    expect(machine.npmRuns()).toHaveLength(1);
  });

  test('is done again where the Node of the package has been lost', () => {
    const machine = aBareMachine();
    machine.run();
    rmSync(join(machine.folder, `node_modules/${packageName}`), { recursive: true });

    expect(machine.run().status).toBe(0);
    expect(machine.scriptNode()).toBe('v24.21.0');
  });

  test('leaves npm its own cache where that can be written, and lends it one elsewhere where not', () => {
    const machine = aBareMachine();
    machine.run();
    rmSync(join(machine.folder, 'node_modules'), { recursive: true });
    // Below a file nothing can be made, by root either.
    machine.run({ cache: join(machine.folder, 'package.json/.npm') });

    const [usual, lent] = machine.npmRuns();
    expect(usual).toBe(`ci ${machine.folder}/cache`);
    expect(lent).toMatch(`ci ${machine.folder}/npm-cache-`);
    expect(readdirSync(machine.folder).filter((name) => name.startsWith('npm-cache-'))).toEqual([]);
  });
});

describe.skipIf(packageName === undefined)('a package whose Node does not run here', () => {
  const faults = [
    [
      'is for another system',
      { packaged: '#!/no/such/loader\n' },
      'this system lacks what it was built for',
    ],
    [
      'may not be run',
      { mode: 0o644 },
      'the system forbids to run it; is its disk mounted "noexec"?',
    ],
    [
      'wants a newer library',
      { packaged: '#!/bin/sh\necho "GLIBC_2.28 not found" >&2\nexit 1\n' },
      'GLIBC_2.28 not found',
    ],
    ['was left out by npm', { packaged: null }, 'it is not there'],
  ] as const;

  test.each(faults)(
    'because it %s does not matter where the machine has one that can',
    (_, fault) => {
      const machine = aBareMachine({ own: '22.19.0', ...fault });

      expect(machine.run().status).toBe(0);
      expect(machine.scriptNode()).toBe('v22.19.0');
      expect(machine.run()).toMatchObject({ status: 0, output: '' });
    },
  );

  test.each(faults)(
    'because it %s is told in one line, with what to do, at each start',
    (_, fault, reason) => {
      const machine = aBareMachine({ own: '22.18.0', ...fault });
      const told = `The Node that npm installed does not run here (node_modules/${packageName}/bin/node: ${reason}), and the machine's own is 22.18.0. Install Node 22.19 or later (https://nodejs.org/), then run the same command again.\n`;

      expect(machine.run()).toMatchObject({ status: 1, errors: told });
      expect(machine.run()).toMatchObject({ status: 1, errors: told });
    },
  );
});
