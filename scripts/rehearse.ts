// Rehearses the whole life of a production site on this machine, by the guide's own commands, where nothing of it stays:
// `npm run rehearse`. Needs Linux and root; scripts/rehearse/life.ts is what is run there.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const at = (name: string) => fileURLToPath(new URL(`rehearse/${name}`, import.meta.url));
const OWN_MACHINE = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

const canBe = spawnSync('unshare', [...OWN_MACHINE, 'true']).status === 0;
if (!canBe || process.getuid?.() !== 0) {
  console.error(
    'A rehearsal needs Linux, root, and a kernel that lets root have namespaces (unshare).',
  );
  process.exit(1);
}
const life = spawn(
  'unshare',
  [
    ...OWN_MACHINE,
    'sh',
    at('machine.sh'),
    process.execPath,
    at('life.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
const [code] = await once(life, 'exit');
process.exitCode = code ?? 1;
