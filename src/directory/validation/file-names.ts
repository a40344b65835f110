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

const lists = 'needs audiences access costs areas languages kinds offers'.split(' ');
const ENDING = { locales: '.json', pages: '.md', places: '.csv' } as const;

/** Whether a file lies among the lists of values and is none that the site knows, or beside the postcodes. */
export function isUnknownList(path: string): boolean {
  const [, folder, name = ''] = /^(lists|places)\/(.*)$/.exec(path) ?? [];
  if (folder === 'lists') return !lists.some((list) => name === `${list}.yaml`);
  return folder === 'places' && name !== 'postcodes.csv';
}

/** What to do about a file that nothing reads; undefined: it lies where it does no harm. */
export function describeUnread(path: string): string | undefined {
  const [, folder, rest = ''] =
    /^(organisations|situations|lists|locales|pages|places)\/(.*)$/.exec(path) ?? [];
  if (!folder) return undefined;
  if (folder === 'lists' && isUnknownList(path) && path.endsWith('.yaml')) {
    return `nothing reads this file. The lists are ${lists.join(', ')}, each with .yaml after it.`;
  }
  const ending = ENDING[folder as keyof typeof ENDING] ?? '.yaml';
  if (path.endsWith(ending)) return 'nothing reads this file here. Move it out of the folder.';
  const hidden = /\.(txt|docx?|rtf)$/i.test(path)
    ? ' Many computers hide the end of a name: have yours show it.'
    : '';
  const name = rest.replace(/\s*(\.(ya?ml|json|md|csv))?(\.\w+)?\s*$/i, '') || 'name';
  const wanted = folder === 'organisations' || folder === 'situations' ? toSlug(name) : name;
  return `nothing reads this file: a name in this folder ends in ${ending}. Rename it to '${wanted}${ending}', or take it out of the folder.${hidden}`;
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
