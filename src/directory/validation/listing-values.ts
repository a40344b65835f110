import { listingSchema } from '../listing.ts';
import { describeUnknown } from '../nearest.ts';
import type { ListingDraft, ListingFinding, ListName, ValidationContext } from './listing-draft.ts';

const manyValued = ['needs', 'offers', 'audiences', 'languages', 'access'] as const;
const oneValued = ['kind', 'cost', 'area'] as const;

/** Values that no list has, values given twice, and checks of facts that a listing does not have. */
export function validateValues(
  draft: ListingDraft,
  { allowed }: ValidationContext,
): ListingFinding[] {
  const unknown = (list: ListName, found: string, field: PropertyKey[]): ListingFinding[] => {
    const values = allowed[list];
    if (!values || values.includes(found)) return [];
    return [{ field, message: describeUnknown(found, values) }];
  };
  return [
    ...manyValued.flatMap((field) =>
      (draft[field] ?? []).flatMap((value, index) => [
        ...unknown(field, value, [field, index]),
        ...findRepeat(draft[field] ?? [], index, field),
      ]),
    ),
    ...oneValued.flatMap((field) => {
      const value = draft[field];
      return value === undefined ? [] : unknown(field, value, [field]);
    }),
    ...checkedFacts(draft),
  ];
}

function findRepeat(values: readonly string[], index: number, field: string): ListingFinding[] {
  const value = values[index];
  if (value === undefined || values.indexOf(value) === index) return [];
  return [{ field: [field, index], message: `'${value}' is listed twice. Keep one.` }];
}

function checkedFacts(draft: ListingDraft): ListingFinding[] {
  const facts = Object.keys(listingSchema.shape).filter(
    (field) => !['trust', 'editorsNote'].includes(field),
  );
  return (draft.trust?.checks ?? []).flatMap((check, number) =>
    check.facts.flatMap((fact, index) =>
      facts.includes(fact)
        ? []
        : [
            {
              field: ['trust', 'checks', number, 'facts', index],
              message: describeUnknown(fact, facts),
            },
          ],
    ),
  );
}
