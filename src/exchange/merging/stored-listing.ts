import { listingSchema } from '../../directory/listing.ts';
import { readYaml } from '../../directory/reading/read-yaml.ts';

/** A listing of content/, as its file has it. */
export interface StoredListing {
  slug: string;
  path: string;
  text: string;
  fields: Readonly<Record<string, unknown>>;
}

/** The listings among the files of content/; those that cannot be read are left out. */
export function readStored(files: readonly { path: string; text: string }[]): StoredListing[] {
  return files
    .filter(({ path }) => path.startsWith('organisations/'))
    .flatMap(({ path, text }) => {
      const read = readYaml({ path, text });
      if (!read.ok || !listingSchema.safeParse(read.value).success) return [];
      const fields = read.value as Readonly<Record<string, unknown>>;
      return [{ slug: path.replace(/^organisations\/|\.yaml$/g, ''), path, text, fields }];
    });
}
