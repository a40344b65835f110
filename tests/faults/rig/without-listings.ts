import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** Our content with no listings, and nothing that names any: referrals need neither, and start sooner without. */
export function copyWithoutListings(project: string): void {
  const left = ['organisations', 'situations'].map((folder) => `${join('content', folder)}/`);
  cpSync('content', join(project, 'content'), {
    recursive: true,
    filter: (from) => !left.some((folder) => from.startsWith(folder)),
  });
  const path = join(project, 'content', 'lists', 'needs.yaml');
  const file = parse(readFileSync(path, 'utf8'));
  for (const need of file.needs) need.first = [];
  writeFileSync(path, stringify(file));
}
