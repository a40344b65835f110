// Asks npm's registry what is known against the packages of the running site; tells when it does not answer.
import { spawnSync } from 'node:child_process';
import { readAudit } from './upkeep/read-audit.ts';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const { code, lines } = readAudit(stdout ?? '');
console.log(lines.join('\n'));
process.exitCode = code;
