import type { Listing } from '../listing.ts';
import type { Need } from '../lists.ts';
import { describeUnknown } from '../nearest.ts';
import { byUrgency, type Situation, situationSchema } from '../situation.ts';
import { validateFirst } from '../validation/named-first.ts';
import { validateSituationTexts } from '../validation/situation-texts.ts';
import type { ContentFile } from './content-files.ts';
import type { ContentReader } from './content-reader.ts';

const FOLDER = 'situations/';
const FILE = /^situations\/([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;

/** The situations that can be read. What is wrong with them goes to `reader`. */
export function parseSituations(
  files: readonly ContentFile[],
  reader: ContentReader,
  { listings, needs }: { listings: readonly Listing[]; needs: readonly Need[] },
): Situation[] {
  const situations: Situation[] = [];
  for (const { path } of files.filter((file) => file.path.startsWith(FOLDER))) {
    const slug = FILE.exec(path)?.[1];
    if (!slug) {
      const message =
        "a situation's file stands directly in content/situations/, is named in small letters, digits and hyphens and ends in .yaml. Rename it.";
      reader.problems.push({ file: path, message });
      continue;
    }
    const parsed = reader.read(path, situationSchema, () => []);
    if (!parsed) continue;
    const { sources, ...published } = parsed;
    situations.push({ slug, ...published });
  }
  for (const situation of situations) reportSituation(situation, reader, files, listings, needs);
  reportNeeds(reader, files, listings, needs);
  return situations.toSorted(byUrgency);
}

function reportSituation(
  situation: Situation,
  reader: ContentReader,
  files: readonly ContentFile[],
  listings: readonly Listing[],
  known: readonly Need[],
): void {
  const { slug, needs, first, also } = situation;
  const file = files.find(({ path }) => path === `${FOLDER}${slug}.yaml`);
  const reading = file && reader.readFile(file);
  if (!reading) return;
  for (const finding of validateSituationTexts(situation)) reading.report(finding);
  const slugs = known.map((need) => need.slug);
  for (const [index, need] of needs.entries()) {
    if (slugs.length === 0 || slugs.includes(need)) continue;
    reading.report({ field: ['needs', index], message: describeUnknown(need, slugs) });
  }
  const named = [
    ...first.map(({ listing }, index) => ({ listing, field: ['first', index, 'listing'] })),
    ...also.map((listing, index) => ({ listing, field: ['also', index] })),
  ];
  for (const finding of validateFirst(named, needs, listings)) {
    // What only suits as well may be out of reach or about something else.
    const isAlso = finding.field[0] === 'also';
    if (!isAlso || finding.message.startsWith('there is no')) reading.report(finding);
  }
}

function reportNeeds(
  reader: ContentReader,
  files: readonly ContentFile[],
  listings: readonly Listing[],
  needs: readonly Need[],
): void {
  const file = files.find(({ path }) => path === 'lists/needs.yaml');
  const reading = needs.length > 0 && file && reader.readFile(file);
  if (!reading) return;
  for (const [index, { slug, first }] of needs.entries()) {
    const named = first.map((listing, position) => ({
      listing,
      field: ['needs', index, 'first', position],
    }));
    for (const finding of validateFirst(named, [slug], listings)) reading.report(finding);
  }
}
