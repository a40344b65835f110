import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/deploy';

/** The units of docs/deploy: 'directory-site.service'. */
export const unitNames = readdirSync(FOLDER).filter((name) =>
  /\.(service|socket|timer)$/.test(name),
);

/** A unit of docs/deploy. */
export function readUnit(name: string) {
  return parseUnit(readFileSync(join(FOLDER, name), 'utf8'));
}

/** A unit's settings by name; an empty one takes back what stood before it, as in a drop-in. */
export function parseUnit(text: string) {
  const all = (key: string): string[] => {
    const values = [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(
      ([, value = '']) => value,
    );
    return values.slice(values.lastIndexOf('') + 1);
  };
  return {
    text,
    all,
    environment: Object.fromEntries(
      all('Environment').flatMap((line) => line.split(' ').map((each) => each.split('=', 2))),
    ) as Record<string, string>,
    /** Its command, a word each. */
    command: (all('ExecStart')[0] ?? '').split(' '),
  };
}

/** Puts other paths in the place of those that the guide uses, the longest first. */
export function withPaths(text: string, paths: Record<string, string>): string {
  return Object.entries(paths)
    .toSorted(([one], [other]) => other.length - one.length)
    .reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}
