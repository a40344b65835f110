import { spawnSync } from 'node:child_process';

const READ_ONLY_THEN_DROP = `
for folder in $READ_ONLY; do
  mount --bind "$folder" "$folder" && mount -o remount,bind,ro "$folder" || exit 126
done
umask 0077
exec setpriv --reuid=nobody --regid=nogroup --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"`;

/** Whether a program can be run here as somebody else who may not write where it lies: as root, with util-linux. */
export const canDropPrivileges =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'setpriv', '--reuid=nobody', '--clear-groups', 'true'])
    .status === 0;

/** A command that does that. `readOnly`: folders that nobody may write to meanwhile. */
export function unprivileged(command: readonly string[], readOnly: readonly string[]): string[] {
  const setting = `READ_ONLY='${readOnly.join(' ')}'`;
  return ['unshare', '--mount', 'sh', '-c', `${setting}${READ_ONLY_THEN_DROP}`, 'sh', ...command];
}
