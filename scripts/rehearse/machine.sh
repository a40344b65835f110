#!/bin/sh
# A machine to rehearse on: this one's programs, but /etc, /opt, /var, /usr/local, /home and /run are copies that are gone
# afterwards, and its ports are its own. Run by scripts/rehearse.ts as: unshare … sh machine.sh COMMAND…
set -eu
mount -t tmpfs -o size=8g,mode=0755 rehearsal /mnt
for folder in etc opt var usr/local home; do
  mkdir -p "/mnt/$folder/upper" "/mnt/$folder/work"
  mount -t overlay overlay -o "lowerdir=/$folder,upperdir=/mnt/$folder/upper,workdir=/mnt/$folder/work" "/$folder"
done
mount -t tmpfs -o mode=0755 run /run
ip link set lo up 2>/dev/null || true
for stand_in in "$(dirname "$0")"/stand-ins/*; do
  name=$(basename "$stand_in")
  # The machine's own sudo does as well.
  [ "$name" = sudo ] && command -v sudo >/dev/null && continue
  install -m 0755 "$stand_in" "/usr/local/bin/$name"
done
exec "$@"
