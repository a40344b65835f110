// Installs what package-lock.json names, once per lock file, so that `npm start` and `npm test` work
// on a bare clone. Plain JavaScript without dependencies: it runs on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';

const stamp = 'node_modules/.lock-sha256';
const wanted = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex');
const installed = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : '';

if (installed !== wanted) {
  console.log('Installing packages (once; about a minute) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  fs.writeFileSync(stamp, wanted);
}
