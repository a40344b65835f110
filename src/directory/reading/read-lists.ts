import {
  areaSchema,
  type ListItem,
  type Lists,
  listItemSchema,
  type Need,
  type NeedsFile,
  needsFileSchema,
} from '../lists.ts';
import type { ValidationContext } from '../validation/listing-draft.ts';
import { validateList, validateNeeds } from '../validation/lists.ts';
import type { ContentReader } from './content-reader.ts';

/** What content/lists/ says, as far as it can be read. */
export interface ReadLists {
  /** undefined: one of the files is missing or has a problem. */
  lists: Lists | undefined;
  /** In the order of the file; none if it could not be read. */
  needs: Need[];
  /** The values that listings may use, of each list that could be read. */
  allowed: ValidationContext['allowed'];
  /** How the postcodes of an area begin, of those areas that say so. */
  postcodesOf: ReadonlyMap<string, readonly string[]>;
}

/** What is wrong with a list goes to `reader`. */
export function readLists(reader: ContentReader): ReadLists {
  const list = (name: string) =>
    reader.read(`lists/${name}.yaml`, listItemSchema.array().min(1), validateList);
  const needsFile = reader.read('lists/needs.yaml', needsFileSchema, validateNeeds);
  const audiences = list('audiences');
  const access = list('access');
  const costs = list('costs');
  const areasFile = reader.read('lists/areas.yaml', areaSchema.array().min(1), validateList);
  // What postcodes an area has is for the check alone, and no page is to carry it.
  const areas = areasFile?.map(({ postcodes, ...area }) => area);
  const languages = list('languages');
  const kinds = list('kinds');
  const offers = list('offers');
  return {
    lists:
      needsFile && audiences && access && costs && areas && languages && kinds && offers
        ? { ...toNeedLists(needsFile), audiences, access, costs, areas, languages, kinds, offers }
        : undefined,
    needs: needsFile?.needs ?? [],
    postcodesOf: new Map(
      (areasFile ?? []).flatMap(({ slug, postcodes }) => (postcodes ? [[slug, postcodes]] : [])),
    ),
    allowed: {
      needs: needsFile?.needs.map((need) => need.slug),
      audiences: slugs(audiences),
      access: slugs(access),
      cost: slugs(costs),
      area: slugs(areas),
      languages: slugs(languages),
      kind: slugs(kinds),
      offers: slugs(offers),
    },
  };
}

function toNeedLists({ groups, needs }: NeedsFile): Pick<Lists, 'needGroups' | 'needs'> {
  const needGroups = groups.map((group) => ({
    ...group,
    needs: needs.filter((need) => need.group === group.slug),
  }));
  return { needGroups, needs: needGroups.flatMap((group) => group.needs) };
}

function slugs(items: readonly ListItem[] | undefined): string[] | undefined {
  return items?.map((item) => item.slug);
}
