import { locales } from '../../i18n/locale.ts';
import type { Label, NeedsFile } from '../lists.ts';
import { describeUnknown } from '../nearest.ts';
import type { Finding } from '../reading/schema-issues.ts';

interface Labelled {
  slug: string;
  label: Label;
}

/** Values or labels that a list has twice: a reader could not tell them apart. */
export function validateList(items: readonly Labelled[], at: PropertyKey[] = []): Finding[] {
  return [
    ...findRepeats(items, at, ['slug'], (item) => item.slug),
    ...locales.flatMap((locale) =>
      findRepeats(items, at, ['label', locale], (item) => item.label[locale]),
    ),
  ];
}

/** Needs in groups that do not exist, groups without needs, and anything listed twice. */
export function validateNeeds({ groups, needs }: NeedsFile): Finding[] {
  const slugs = groups.map((group) => group.slug);
  return [
    ...validateList(groups, ['groups']),
    ...validateList(needs, ['needs']),
    ...needs.flatMap((need, index) =>
      slugs.includes(need.group)
        ? []
        : [{ field: ['needs', index, 'group'], message: describeUnknown(need.group, slugs) }],
    ),
    ...groups.flatMap((group, index) =>
      needs.some((need) => need.group === group.slug)
        ? []
        : [
            {
              field: ['groups', index],
              message: `no need is in the group '${group.slug}'. Put one in or take the group out.`,
            },
          ],
    ),
  ];
}

function findRepeats<T>(
  items: readonly T[],
  at: PropertyKey[],
  field: PropertyKey[],
  toText: (item: T) => string,
): Finding[] {
  const values = items.map(toText);
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ field: [...at, index, ...field], message: `'${value}' is listed twice. Keep one.` }],
  );
}
