import type { ContentFile } from '../reading/content-files.ts';
import type { ContentProblem } from '../reading/content-problem.ts';

const FOLDER = 'organisations/';

/** The slug that a listing's file stands for: its name, without folder and ending. */
export function slugOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, '');
}

/** Listing files whose name cannot be an address on the site, or that two files would share. */
export function validateFileNames(files: readonly ContentFile[]): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const seen = new Map<string, string>();
  for (const { path: file } of files) {
    const slug = slugOf(file);
    const wanted = `${toSlug(slug)}.yaml`;
    const twin = seen.get(slug.toLowerCase());
    if (twin) {
      const message = `content/${twin} has the same name, so both would have the same address on the site. Rename or delete one.`;
      problems.push({ file, message });
    }
    seen.set(slug.toLowerCase(), file);
    if (file.slice(FOLDER.length).includes('/')) {
      const message = `listings stand directly in content/organisations/. Move this file there.`;
      problems.push({ file, message });
    }
    if (!file.endsWith(`/${wanted}`)) {
      const message = `a listing's file is named in small letters, digits and hyphens and ends in .yaml. Rename it to '${wanted}'.`;
      problems.push({ file, message });
    }
  }
  return problems;
}

function toSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’'\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'name-of-the-listing';
}
