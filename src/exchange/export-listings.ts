import { addressFields } from '../directory/public-listing.ts';
import { readYaml } from '../directory/reading/read-yaml.ts';

/** A listing as its file says it, editors' fields too. */
export interface ExportedListing {
  slug: string;
  fields: Readonly<Record<string, unknown>>;
}

/**
 * All that the files of listings say, in the order of their names. Where an address is confidential it is left
 * out, unless `withConfidential`. Throws if a file cannot be read: content is checked first.
 */
export function exportListings(
  files: readonly { path: string; text: string }[],
  withConfidential: boolean,
): ExportedListing[] {
  return files
    .filter(({ path }) => path.startsWith('organisations/'))
    .map((file) => {
      const read = readYaml(file);
      if (!read.ok)
        throw new Error(`content/${file.path} cannot be read: run npm run content:check`);
      const fields = Object.entries(read.value as Readonly<Record<string, unknown>>);
      const isHidden = fields.some(([name, value]) => name === 'confidentialAddress' && value);
      const kept = fields.filter(
        ([name]) => withConfidential || !isHidden || !addressFields.includes(name),
      );
      return {
        slug: file.path.replace(/^organisations\/|\.yaml$/g, ''),
        fields: Object.fromEntries(kept),
      };
    })
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** The same as JSON, for programs. */
export function formatJson(listings: readonly ExportedListing[]): string {
  const flat = listings.map(({ slug, fields }) => ({ slug, ...fields }));
  return `${JSON.stringify({ listings: flat }, undefined, 2)}\n`;
}
